namespace Evidence.Api.Tests.Testing;

/// <summary>A test that computes with R's package metafor what the service computes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryWithMetaforAttribute : TheoryWithRAttribute
{
    private static readonly Lazy<bool> Loads = new(() =>
        CommandLine.RunAsync(AppContext.BaseDirectory, "Rscript", "--vanilla", "-e", "library(metafor)").GetAwaiter().GetResult().ExitCode == 0);

    public TheoryWithMetaforAttribute()
    {
        if (Skip is null && !Loads.Value) Skip = "R has no package metafor (Debian: apt-get install r-cran-metafor).";
    }
}
