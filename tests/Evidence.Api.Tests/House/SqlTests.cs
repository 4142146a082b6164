using System.Reflection;
using System.Text.RegularExpressions;
using Evidence.Api.Commands;
using Evidence.Api.Http;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Facets;
using Evidence.Store.Lists;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Api.Tests.House;

/// <summary>Every SQL text of the program, against the schema that the migrations make: no typing error waits for a rare request.</summary>
public sealed partial class SqlTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    private const long Revision = 1;

    [Fact]
    public async Task Every_statement_in_the_code_prepares()
    {
        await using var source = DatabaseServices.CreateSource(service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var statements = SourceAssemblies.All.SelectMany(CompiledCode.Texts).Where(text => Statement().IsMatch(text)).Distinct().ToList();

        Assert.Contains(statements, text => text.StartsWith("insert into study ", StringComparison.Ordinal));
        Assert.Contains(statements, text => text.StartsWith("select kind, record_id as id, digest", StringComparison.Ordinal));
        var faults = new List<string>();
        foreach (var statement in statements)
            faults.AddRange(await FaultsAsync(connection, $"prepare tried as {Numbered(statement)}", statement));
        Assert.Equal("", string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Every_bulk_copy_in_the_code_begins()
    {
        await using var source = DatabaseServices.CreateSource(service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var copies = SourceAssemblies.All.SelectMany(CompiledCode.Texts).Where(text => text.StartsWith("copy ", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(copies);
        foreach (var copy in copies)
            await using (await connection.BeginBinaryImportAsync(copy))
            {
            }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_filter_of_a_list_prepares_alone_and_all_together(string path)
    {
        await using var source = DatabaseServices.CreateSource(service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var list = ListAt(path);
        var alone = list.Grain.Parameters.Select(parameter => Values(list, parameter)).Prepend(Values(list)).ToList();

        Assert.Equal(list.Grain.Parameters.Count + 1, alone.Count);
        foreach (var values in alone.Append(Values(list, [.. list.Grain.Parameters])))
            await PrepareAsync(connection, list, values, OrderOf(list, values), cursor: null);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_order_of_a_list_prepares_in_both_directions_and_from_a_cursor_on(string path)
    {
        await using var source = DatabaseServices.CreateSource(service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var list = ListAt(path);
        var keys = list.Keys.SelectMany(key => new[] { key.Name, "-" + key.Name }).ToList();

        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var search = list.Grain.Parameters.Where(parameter => parameter.Name == "q" && key.EndsWith("relevance", StringComparison.Ordinal));
            var values = Values(list, [.. search]).With("sort", new[] { key });
            var sort = OrderOf(list, values);
            await PrepareAsync(connection, list, values, sort, cursor: null);
            await PrepareAsync(connection, list, values, sort, new Cursor(Revision, "", [.. sort.Terms.Select(term => term.Key.Type == NpgsqlTypes.NpgsqlDbType.Text ? "a" : "1")]));
        }
    }

    [Fact]
    public async Task Every_facet_counts_with_each_filter_alone_and_with_all_together()
    {
        await using var source = DatabaseServices.CreateSource(service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var alone = Filters.Parameters.Select(parameter => Values(null, parameter)).ToList();

        Assert.NotEmpty(Filters.Facets);
        foreach (var values in alone.Append(Values(null)).Append(Values(null, [.. Filters.Parameters])))
            Assert.Equal(Filters.Facets.Count, (await FacetReader.CountAsync(connection, values, Revision, CancellationToken.None)).Facets.Count);
    }

    [Theory]
    [InlineData("/v1/risk-of-bias.csv?tool=rob-2")]
    [InlineData("/v1/citation?revision=1")]
    public async Task What_puts_its_SQL_together_on_its_own_answers_every_filter(string address)
    {
        foreach (var parameter in Filters.Parameters)
        {
            var needed = parameter.Name is "doseMin" or "doseMax" ? "&doseUnit=mg/kg" : "";
            var asked = $"{address}&{parameter.Name}={Uri.EscapeDataString(parameter.Example)}{needed}";
            using var response = await service.Client.GetAsync(new Uri(asked, UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{asked}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    public static TheoryData<string> Lists() => [.. All().Select(list => list.Path)];

    private static IEnumerable<ListDefinition> All() =>
        SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => Own<ListDefinition>(type).Concat(Own<ListEndpoint>(type).Select(endpoint => endpoint.Definition)))
            .DistinctBy(list => list.Path);

    private static IEnumerable<T> Own<T>(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        return type.IsGenericTypeDefinition
            ? []
            : type.GetProperties(Static).Where(property => property.PropertyType == typeof(T)).Select(property => (T)property.GetValue(null)!)
                .Concat(type.GetFields(Static).Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!));
    }

    private static ListDefinition ListAt(string path) => All().Single(list => list.Path == path);

    /// <summary>The examples of the parameters, as the service reads them, and what the path gives.</summary>
    private static QueryValues Values(ListDefinition? list, params IReadOnlyList<Parameter> parameters)
    {
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example)}"));
        var (values, errors) = QueryReader.Read(query, parameters);
        Assert.Empty(errors);
        return list?.Grain.FromPath is { } path ? values.With(path.Parameter.Name, path.Parameter.Example) : values;
    }

    private static Sort OrderOf(ListDefinition list, QueryValues values)
    {
        var sort = Sort.Parse(values, list.Keys, list.DefaultSort, list.Last);
        Assert.Null(sort.Error);
        return sort.Value!;
    }

    /// <summary>Prepares the stream of every row, and runs a page with its total.</summary>
    private static async Task PrepareAsync(NpgsqlConnection connection, ListDefinition list, QueryValues values, Sort sort, Cursor? cursor)
    {
        var query = new ListQuery(list, values, Revision, sort, cursor);
        await using var command = query.AllRows(connection);
        await command.PrepareAsync();
        await query.ReadPageAsync(connection, limit: 1, CancellationToken.None);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(NpgsqlConnection connection, string sql, string statement)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql + "; deallocate tried", connection);
            await command.ExecuteNonQueryAsync();
            return [];
        }
        catch (PostgresException fault)
        {
            return [$"{fault.MessageText}: {statement}"];
        }
    }

    /// <summary>Parameters as the server numbers them; it infers their types.</summary>
    private static string Numbered(string statement)
    {
        var names = new List<string>();
        return Named().Replace(statement, match =>
        {
            if (!names.Contains(match.Value))
                names.Add(match.Value);
            return $"${names.IndexOf(match.Value) + 1}";
        });
    }

    /// <summary>A whole statement; the beginning of one that is put together ends with a blank or a line's end.</summary>
    [GeneratedRegex(@"^(select|insert into|update|delete from|with)\s[\s\S]*\S\z")]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<![\w@])@\w+")]
    private static partial Regex Named();
}
