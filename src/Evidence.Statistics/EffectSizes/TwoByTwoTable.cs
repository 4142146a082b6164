namespace Evidence.Statistics.EffectSizes;

/// <summary>Holds the events in two arms: metafor's <c>ai bi ci di</c>.</summary>
/// <param name="FirstEvents">People with the event in the first arm (a).</param>
/// <param name="FirstOthers">People without it in the first arm (b).</param>
/// <param name="SecondEvents">People with the event in the second arm (c).</param>
/// <param name="SecondOthers">People without it in the second arm (d).</param>
public sealed record TwoByTwoTable(double FirstEvents, double FirstOthers, double SecondEvents, double SecondOthers)
{
    /// <summary>Converts events and arm sizes to a table.</summary>
    public static TwoByTwoTable FromArms(double firstEvents, double firstPeople, double secondEvents, double secondPeople) =>
        new(firstEvents, firstPeople - firstEvents, secondEvents, secondPeople - secondEvents);

    /// <summary>The first arm has a + b people.</summary>
    public double FirstPeople => FirstEvents + FirstOthers;

    /// <summary>The second arm has c + d people.</summary>
    public double SecondPeople => SecondEvents + SecondOthers;

    /// <summary>The two arms together have N people.</summary>
    public double People => FirstPeople + SecondPeople;

    /// <summary>True if a cell is zero.</summary>
    public bool HasZeroCell => FirstEvents == 0 || FirstOthers == 0 || SecondEvents == 0 || SecondOthers == 0;

    /// <summary>True if nobody or everybody has the event, so that the table has no information about a ratio.</summary>
    public bool IsWithoutInformation => FirstEvents + SecondEvents == 0 || FirstOthers + SecondOthers == 0;

    internal TwoByTwoTable Plus(double addend) =>
        new(FirstEvents + addend, FirstOthers + addend, SecondEvents + addend, SecondOthers + addend);

    internal StatisticsError? Validate()
    {
        double[] cells = [FirstEvents, FirstOthers, SecondEvents, SecondOthers];
        if (cells.Any(cell => !double.IsFinite(cell) || cell < 0))
            return new StatisticsError(
                StatisticsErrorKind.InvalidInput,
                $"The cells are {string.Join(", ", cells)}; expected four counts of zero or more, events no more than people");
        return FirstPeople <= 0 || SecondPeople <= 0
            ? new StatisticsError(
                StatisticsErrorKind.InvalidInput, $"The arms have {FirstPeople} and {SecondPeople} people; expected some in both")
            : null;
    }
}
