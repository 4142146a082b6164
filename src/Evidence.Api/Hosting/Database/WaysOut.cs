namespace Evidence.Api.Hosting.Database;

/// <summary>What a user can do when the service cannot start a PostgreSQL of its own.</summary>
internal static class WaysOut
{
    private const string Elsewhere =
        "set ConnectionStrings__Evidence to a PostgreSQL you already have, or run `docker compose up`";

    public const string All =
        "Install the PostgreSQL server, version 15 to 17 (Debian and Ubuntu: `apt-get install postgresql`; "
        + $"macOS: `brew install postgresql@17`), or {Elsewhere}.";

    public const string WithoutInstalling = $"Either {Elsewhere}.";

    public const string AnotherFolder =
        $"Set Evidence__DataFolder to another folder, one that the service may write, or {Elsewhere}.";
}
