namespace Evidence.Api.Tests.Testing;

/// <summary>A test that computes with R's package metafor what the service computes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryWithMetaforAttribute : TheoryWithRAttribute
{
    public TheoryWithMetaforAttribute()
    {
        if (Skip is null && MetaforVersion.Value is "") Skip = "R has no package metafor (Debian: apt-get install r-cran-metafor).";
    }
}
