namespace Evidence.Catalogue.Tests;

/// <summary>The catalogue's own records: what the tests change to see a rule broken.</summary>
internal static class RealRecords
{
    public static IReadOnlyList<string> StudyFiles { get; } =
        [.. Directory.GetFiles(Path.Combine(Folder(), "studies"), "*.json").Order(StringComparer.Ordinal)];

    public static string ClaimsFile { get; } = Path.Combine(Folder(), "claims.json");

    public static IReadOnlyList<Study> Studies { get; } = [.. StudyFiles.Select(file => Read<Study>(File.ReadAllBytes(file)))];

    public static IReadOnlyList<Claim> Claims { get; } = Read<IReadOnlyList<Claim>>(File.ReadAllBytes(ClaimsFile));

    public static IReadOnlyList<ClaimQuestion> Questions { get; } =
        Read<IReadOnlyList<ClaimQuestion>>(File.ReadAllBytes(Path.Combine(Folder(), "questions.json")));

    /// <summary>ASPIRE II: two parallel arms with ages, baseline, means, events, an interval and an onset, and nothing to warn of.</summary>
    public static Study Parallel { get; } = Studies.Single(study => study.Id == "ionescu-2021");

    /// <summary>A crossover with an assessment of bias.</summary>
    public static Study Crossover { get; } = Studies.Single(study => study.Id == "zarate-2012");

    public static Claim Claim { get; } = Claims.Single(claim => claim.Id == "nmda-receptor-block");

    public static T Read<T>(byte[] utf8) where T : class
    {
        var read = CatalogueJson.Read<T>(utf8);
        Assert.Empty(read.Findings);
        return read.Value!;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Evidence.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Evidence.sln above the tests.");
        return Path.Combine(folder.FullName, "db", "catalogue");
    }
}
