using Dapper;
using Evidence.Store.Database;

namespace Evidence.Store.Keys;

/// <summary>
/// Stores the keys that protect cookies and forms, so that every process of one catalogue accepts what another has issued, also after a restart. The
/// elements are XML of ASP.NET Core's data protection and are not interpreted here.
/// </summary>
public sealed class KeyRing(EvidenceDatabase database)
{
    private const string Select = "select element from protection_key order by name";
    private const string Insert = "insert into protection_key (name, element) values (@Name, @Element)";

    /// <summary>Reads every element of the key ring.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancel) =>
        [.. await database.ReadAsync((connection, token) => connection.QueryAsync<string>(new CommandDefinition(Select, cancellationToken: token)), cancel)];

    /// <summary>Adds an element under a name that is unique.</summary>
    public Task AddAsync(string name, string element, CancellationToken cancel) =>
        database.WriteAsync(
            (transaction, token) => transaction.Connection!.ExecuteAsync(
                new CommandDefinition(Insert, new { Name = name, Element = element }, transaction, cancellationToken: token)),
            _ => true,
            cancel);
}
