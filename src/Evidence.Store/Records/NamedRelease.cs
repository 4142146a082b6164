using Dapper;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Records;

/// <summary>Represents a revision under the name by which it is cited.</summary>
public sealed record NamedRelease
{
    private const string Select = "select name, revision, checksum, created_at from release where name = @Name";
    private const string SelectNames = "select name from release order by created_at desc, name";

    /// <summary>Gets the name of the release.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the revision that it names.</summary>
    public long Revision { get; init; }

    /// <summary>Gets the SHA-256 over the whole catalogue at the revision.</summary>
    public byte[] Checksum { get; init; } = [];

    /// <summary>Gets the time at which it was named, in UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Returns the release of that name, or null if there is none.</summary>
    public static Task<NamedRelease?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<NamedRelease?>(new CommandDefinition(Select, new { Name = name }, cancellationToken: cancel));

    /// <summary>Returns the release of that name; fails with the nearest name if there is none.</summary>
    public static async Task<Result<NamedRelease>> ReadAsync(EvidenceDatabase database, string name, CancellationToken cancel)
    {
        var isName = !name.Contains('\0', StringComparison.Ordinal);
        if (isName && await database.ReadAsync((connection, token) => FindAsync(connection, name, token), cancel) is { } release)
            return release;
        var names = await database.ReadAsync(NamesAsync, cancel);
        var nearest = Nearest.Find(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        return new Error(ErrorKind.NotFound, $"There is no release '{QueryReader.Truncate(name)}'.{nearest}");
    }

    /// <summary>Returns the names of all releases, newest first.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(SelectNames, cancellationToken: cancel))];
}
