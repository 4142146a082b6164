using System.Text.RegularExpressions;
using Dapper;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;
using Npgsql;

namespace Evidence.Api.Tests.House;

public sealed partial class SchemaTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Fact]
    public async Task Every_table_and_view_says_what_it_holds()
    {
        var described = (await AskAsync<(string Name, string? Comment)>("""
            select relname, obj_description(oid, 'pg_class')
            from pg_class
            where relnamespace = 'public'::regnamespace
              and relkind in ('r', 'p', 'v', 'm')
            """)).ToList();

        Assert.Contains(described, table => table.Name == "study");
        Assert.Empty(described.Where(table => string.IsNullOrWhiteSpace(table.Comment)).Select(table => table.Name));
    }

    [Fact]
    public async Task Every_constraint_has_a_name_that_its_author_gave_it()
    {
        // Before PostgreSQL 18 "not null" is no constraint, and from then on it has a name of the server's making.
        var constraints = (await AskAsync<string>("""
            select conname
            from pg_constraint
            where connamespace = 'public'::regnamespace
              and contype <> 'n'
            """)).ToList();
        var written = Schema().SelectMany(sql => Named().Matches(sql).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Contains("record_version_counts_from_one", constraints);
        Assert.Empty(constraints.Except(written));
    }

    [Fact]
    public async Task Every_foreign_key_into_the_filter_tables_goes_with_its_study()
    {
        var keeping = await AskAsync<string>("""
            select conname
            from pg_constraint
            where contype = 'f'
              and confrelid in ('study'::regclass, 'arm'::regclass, 'outcome'::regclass)
              and confdeltype <> 'c'
            """);

        Assert.Empty(keeping);
    }

    private async Task<IEnumerable<T>> AskAsync<T>(string query)
    {
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        return await connection.QueryAsync<T>(query);
    }

    private static IEnumerable<string> Schema() =>
        Migrations.All.Select(migration => migration.Sql)
            .Concat(SourceAssemblies.All.SelectMany(CompiledCode.Texts).Where(text => text.StartsWith("create table", StringComparison.Ordinal)));

    [GeneratedRegex(@"\bconstraint\s+(\w+)")]
    private static partial Regex Named();
}
