namespace Evidence.Api.Tests.House;

// Names of every kind, for the test that the reader of names sees them. No code runs them.
#pragma warning disable CA1812, CA1822

internal sealed class SeenType<TSeen>
{
    private const int SeenConstant = 3;

    public int SeenProperty { get; init; } = SeenConstant;

    public static SeenType<TSeen> Of(int seenParameter)
    {
        const int seenLocalConstant = 5;
        var seenLocal = seenParameter + seenLocalConstant;
        return SeenLocalFunction();

        SeenType<TSeen> SeenLocalFunction() => new() { SeenProperty = seenLocal };
    }

    public IEnumerable<int> SeenIterator(Func<int, int> compute)
    {
        foreach (var seenInIterator in Enumerable.Range(0, 3))
            yield return compute(seenInIterator) + new Func<int, int>(seenInLambda => seenInLambda + 1)(seenInIterator);
    }
}
