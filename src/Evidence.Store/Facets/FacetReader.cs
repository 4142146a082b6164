using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Npgsql;

namespace Evidence.Store.Facets;

/// <summary>Counts of the studies that the current filters select, in total and for each term of each filter.</summary>
public sealed record FacetCounts
{
    /// <summary>Number of studies that the filters select.</summary>
    /// <example>79</example>
    public required long Total { get; init; }

    /// <summary>One facet for each filter that has terms.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Selected studies with a report that is retracted or under an expression of concern; absent if there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }
}

/// <summary>The terms of a filter with their counts, that filter itself left open and all others kept.</summary>
public sealed record Facet
{
    /// <summary>Name of the filter, as a query parameter.</summary>
    /// <example>design</example>
    public required string Filter { get; init; }

    /// <summary>The terms; of <c>country</c> only those that occur.</summary>
    public required IReadOnlyList<FacetTerm> Terms { get; init; }
}

/// <summary>A term with its number of studies.</summary>
public sealed record FacetTerm
{
    /// <summary>The term of the vocabulary.</summary>
    /// <example>randomized-parallel</example>
    public required string Term { get; init; }

    /// <summary>Number of studies that would be left if the filter named this term alone.</summary>
    /// <example>46</example>
    public required long Count { get; init; }
}

/// <summary>Counts the studies of every term for the current filters.</summary>
public static class FacetReader
{
    /// <summary>Specifies the number of terms above which only those that occur are listed.</summary>
    private const int MaxTermsListed = 100;

    /// <summary>Gets every query parameter of the operation.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [.. Filters.Parameters, RevisionParameters.Revision];

    /// <summary>Counts the studies as of a revision.</summary>
    public static Task<FacetCounts> ReadAsync(EvidenceDatabase database, QueryValues values, long revision, CancellationToken cancel) =>
        database.ReadAsync((connection, token) => CountAsync(connection, values, revision, token), cancel);

    /// <summary>Counts in one round trip: one statement for the total, one for each facet, one for the warnings.</summary>
    public static async Task<FacetCounts> CountAsync(NpgsqlConnection connection, QueryValues values, long revision, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select count(*)\n" + Grain.Study.FromWhere(values), Grain.Study, values, revision);
        foreach (var filter in Filters.Facets)
            AddFacet(batch, filter, values, revision);
        batch.BatchCommands.Add(SelectionWarnings.Command(Grain.Study, values, revision));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var total = reader.GetInt64(0);
        var facets = new List<Facet>();
        foreach (var filter in Filters.Facets)
        {
            await reader.NextResultAsync(cancel);
            var counts = new Dictionary<string, long>();
            while (await reader.ReadAsync(cancel))
                counts[reader.GetString(0)] = reader.GetInt64(1);
            facets.Add(new Facet { Filter = filter.Parameter.Name, Terms = Terms(filter.Parameter, counts) });
        }

        await reader.NextResultAsync(cancel);
        var warnings = await SelectionWarnings.ReadAsync(reader, cancel);
        return new FacetCounts { Total = total, Facets = facets, Warnings = warnings.Count > 0 ? warnings : null };
    }

    /// <summary>Returns the SQL of a facet, in which its own filter is left open and all others hold.</summary>
    public static string FacetSql(Filter filter, QueryValues values)
    {
        var grain = Grain.StudyBy(filter.Scope);
        var (term, unnest) = filter.IsArray ? ("t.term", $"\ncross join lateral unnest({filter.Column}) t(term)") : ($"{filter.Column}::text", "");
        return $"""
            select {term}, count(distinct v.version_id)
            {(grain with { From = grain.From + unnest }).FromWhere(values)}
              and {term} is not null
            group by 1
            """;
    }

    private static void AddFacet(NpgsqlBatch batch, Filter filter, QueryValues values, long revision)
    {
        var open = values.Without([filter.Parameter.Name, filter.ExcludeName ?? ""]);
        Add(batch, FacetSql(filter, open), Grain.Study, open, revision);
    }

    private static void Add(NpgsqlBatch batch, string sql, Grain grain, QueryValues values, long revision)
    {
        var command = new NpgsqlBatchCommand(sql);
        SelectionParameters.Add(command.Parameters, grain, values, revision);
        batch.BatchCommands.Add(command);
    }

    private static IReadOnlyList<FacetTerm> Terms(Parameter parameter, Dictionary<string, long> counts)
    {
        var terms = parameter.Kind == ParameterKind.Flag ? ["true", "false"] : parameter.Allowed;
        return [.. terms
            .Select(term => new FacetTerm { Term = term, Count = counts.GetValueOrDefault(term) })
            .Where(term => term.Count > 0 || terms.Count <= MaxTermsListed)];
    }
}
