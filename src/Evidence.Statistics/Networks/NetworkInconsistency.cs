namespace Evidence.Statistics.Networks;

/// <summary>
/// Reports whether studies of different designs, which are different sets of treatments, agree on the treatments they share.
/// </summary>
/// <param name="Total">Q of the network, on the contrasts less the treatments but one.</param>
/// <param name="WithinDesigns">The part of it within designs: heterogeneity; absent where no design has two studies.</param>
/// <param name="BetweenDesigns">The part between designs: inconsistency; absent where the network has no loop.</param>
public sealed record NetworkInconsistency(SignificanceTest? Total, SignificanceTest? WithinDesigns, SignificanceTest? BetweenDesigns)
{
    public static Method Method { get; } = new(
        "Design-by-treatment decomposition of Q",
        "Krahn U, Binder H, König J. A graphical tool for locating inconsistency in network meta-analyses. BMC Med Res Methodol. "
            + "2013;13:35");

    /// <summary>Compares the network as one with a model in which each design has its own effects.</summary>
    internal static NetworkInconsistency Compute(IReadOnlyList<NetworkStudy> studies, NetworkModel consistent)
    {
        List<(string Design, string Treatment)> own =
            [.. studies.SelectMany(study => study.Treatments.Order(StringComparer.Ordinal).Skip(1).Select(t => (study.Design, t))).Distinct()];
        var rows = studies.SelectMany(study => study.Contrasts.Select(contrast =>
            own.Select(column => Cell(column, (study.Design, contrast.Treatment)) - Cell(column, (study.Design, study.Baseline))).ToArray()));
        var separate = new NetworkModel(studies, [.. rows]);
        var (total, within) = (consistent.ComputeQ(), separate.ComputeQ());
        return new NetworkInconsistency(
            Test(total, consistent.ResidualDegreesOfFreedom),
            Test(within, separate.ResidualDegreesOfFreedom),
            Test(total - within, consistent.ResidualDegreesOfFreedom - separate.ResidualDegreesOfFreedom));
    }

    private static double Cell((string, string) column, (string, string) effect) => column == effect ? 1 : 0;

    private static SignificanceTest? Test(double q, int degreesOfFreedom) => degreesOfFreedom < 1
        ? null
        : new SignificanceTest(
            Math.Max(0, q), TestDistribution.ChiSquared, degreesOfFreedom, null, Distributions.ChiSquaredUpper(q, degreesOfFreedom));
}
