namespace Evidence.Statistics.EffectSizes;

/// <summary>Events in two arms: metafor's <c>ai bi ci di</c>.</summary>
/// <param name="FirstEvents">People with the event in the first arm (a).</param>
/// <param name="FirstOthers">People without it in the first arm (b).</param>
/// <param name="SecondEvents">People with the event in the second arm (c).</param>
/// <param name="SecondOthers">People without it in the second arm (d).</param>
public sealed record TwoByTwoTable(double FirstEvents, double FirstOthers, double SecondEvents, double SecondOthers)
{
    /// <summary>A table from events and arm sizes.</summary>
    public static TwoByTwoTable FromArms(double firstEvents, double firstPeople, double secondEvents, double secondPeople) =>
        new(firstEvents, firstPeople - firstEvents, secondEvents, secondPeople - secondEvents);

    /// <summary>Size of the first arm.</summary>
    public double FirstPeople => FirstEvents + FirstOthers;

    /// <summary>Size of the second arm.</summary>
    public double SecondPeople => SecondEvents + SecondOthers;

    /// <summary>Everyone.</summary>
    public double People => FirstPeople + SecondPeople;

    /// <summary>Whether a cell is zero.</summary>
    public bool HasZeroCell => FirstEvents == 0 || FirstOthers == 0 || SecondEvents == 0 || SecondOthers == 0;

    /// <summary>Whether nobody or everybody has the event, so that ratios are not informed.</summary>
    public bool IsWithoutInformation => FirstEvents + SecondEvents == 0 || FirstOthers + SecondOthers == 0;

    internal TwoByTwoTable Plus(double addend) =>
        new(FirstEvents + addend, FirstOthers + addend, SecondEvents + addend, SecondOthers + addend);

    internal Refusal? Fault()
    {
        double[] cells = [FirstEvents, FirstOthers, SecondEvents, SecondOthers];
        if (cells.Any(cell => !double.IsFinite(cell) || cell < 0))
            return new Refusal(
                RefusalReason.InvalidInput,
                $"The cells are {string.Join(", ", cells)}; expected four counts of zero or more, events no more than people");
        return FirstPeople <= 0 || SecondPeople <= 0
            ? new Refusal(
                RefusalReason.InvalidInput, $"The arms have {FirstPeople} and {SecondPeople} people; expected some in both")
            : null;
    }
}
