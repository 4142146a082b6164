namespace Evidence.Catalogue.Tests;

/// <summary>Reads the catalogue's own records, which the tests change to break a rule.</summary>
internal static class RealRecords
{
    /// <summary>The folder of the checkout that the tests run from.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> StudyFiles { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "db/catalogue", "studies"), "*.json").Order(StringComparer.Ordinal)];

    public static string ClaimsFile { get; } = Path.Combine(Root, "db/catalogue", "claims.json");

    public static IReadOnlyList<Study> Studies { get; } = [.. StudyFiles.Select(file => Read<Study>(File.ReadAllBytes(file)))];

    public static IReadOnlyList<Claim> Claims { get; } = Read<IReadOnlyList<Claim>>(File.ReadAllBytes(ClaimsFile));

    public static IReadOnlyList<ClaimQuestion> Questions { get; } =
        Read<IReadOnlyList<ClaimQuestion>>(File.ReadAllBytes(Path.Combine(Root, "db/catalogue", "questions.json")));

    /// <summary>Gets ASPIRE II, which has two parallel arms with ages, baseline, means, events, an interval and an onset, and no warning.</summary>
    public static Study Parallel { get; } = Studies.Single(study => study.Id == "ionescu-2021");

    /// <summary>Gets a crossover with an assessment of bias.</summary>
    public static Study Crossover { get; } = Studies.Single(study => study.Id == "zarate-2012");

    public static Claim Claim { get; } = Claims.Single(claim => claim.Id == "nmda-receptor-block");

    public static T Read<T>(byte[] utf8) where T : class
    {
        var read = CatalogueJson.Read<T>(utf8);
        Assert.Null(read.Error);
        return read.Value!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Evidence.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Evidence.sln above the tests.");
        return folder.FullName;
    }
}
