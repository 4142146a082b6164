
namespace Evidence.Store.Database;

/// <summary>Explains what a user can do if the service cannot start a PostgreSQL of its own.</summary>
internal static class StartupHints
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
