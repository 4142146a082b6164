using Dapper;
using Npgsql;

namespace Evidence.Api.Hosting.Store;

/// <summary>A revision under the name by which it is cited.</summary>
public sealed record NamedRelease
{
    private const string Select = "select name, revision, checksum, created_at as createdat from release where name = @Name";
    private const string SelectNames = "select name from release order by created_at desc, name";

    /// <summary>Name of the release.</summary>
    public string Name { get; init; } = "";

    /// <summary>The revision.</summary>
    public long Revision { get; init; }

    /// <summary>SHA-256 over the whole catalogue at the revision.</summary>
    public byte[] Checksum { get; init; } = [];

    /// <summary>When it was named, in UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The release of that name; nothing where there is none.</summary>
    public static Task<NamedRelease?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<NamedRelease?>(new CommandDefinition(Select, new { Name = name }, cancellationToken: cancel));

    /// <summary>Every name, newest first.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(SelectNames, cancellationToken: cancel))];
}
