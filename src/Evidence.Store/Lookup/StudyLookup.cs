using System.Text.RegularExpressions;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Selection;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Store.Lookup;

/// <summary>What the identifiers of a look-up stand for.</summary>
public sealed record LookupResults
{
    /// <summary>One entry for each identifier, in the order in which they were asked.</summary>
    public required IReadOnlyList<LookupResult> Data { get; init; }
}

/// <summary>The studies that one identifier stands for.</summary>
public sealed record LookupResult
{
    /// <summary>The identifier as it was asked.</summary>
    /// <example>NCT00088699</example>
    public required string Id { get; init; }

    /// <summary>The studies; empty if the catalogue has none, several if a registration covers several.</summary>
    public required IReadOnlyList<LookupMatch> Studies { get; init; }
}

/// <summary>A study, and where it bears the identifier.</summary>
public sealed record LookupMatch
{
    /// <summary>Identifier of the study.</summary>
    /// <example>zarate-2006</example>
    public required string Study { get; init; }

    /// <summary>Short name of the study.</summary>
    /// <example>Zarate 2006</example>
    public required string Label { get; init; }

    /// <summary>What the identifier is: registration, doi, pmid or pmcid.</summary>
    /// <example>registration</example>
    public required string Scheme { get; init; }

    /// <summary>Worst retraction status of the study's reports; absent if not all were checked and none has a known problem.</summary>
    /// <example>none</example>
    [Vocabulary("retraction-status")]
    public string? RetractionStatus { get; init; }
}

/// <summary>Finds studies by registry numbers, DOIs and PubMed identifiers.</summary>
public static partial class StudyLookup
{
    /// <summary>Gets every query parameter of the operation.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("id", ParameterKind.Words, "Registry numbers (NCT00088699), DOIs (10.1001/archpsyc.63.8.856, also as an address), PMIDs (16894061) or PMCIDs (PMC3157302); without regard to case.", "NCT00088699")
        {
            Required = true,
        },
        RevisionParameters.Revision,
    ];

    private const string Select = """
        select i.value, s.study_id, s.label, i.scheme, s.retraction_status, s.warning
        from identifier i
        join study s on s.version_id = i.version_id
        join record_version v on v.version_id = i.version_id
        where i.value = any(@values)
          and v.valid_from <= @revision
          and v.valid_until > @revision
        order by s.study_id collate "C", i.scheme collate "C"
        """;

    /// <summary>Returns one entry for each identifier, with the retraction warnings of all studies found; an unknown identifier has no studies.</summary>
    public static async Task<(LookupResults Results, IReadOnlyList<RetractionWarning> Warnings)> ReadAsync(
        EvidenceDatabase database, QueryValues values, long revision, CancellationToken cancel)
    {
        var asked = values.List("id");
        var (found, warnings) = await database.ReadAsync((connection, token) => FindAsync(connection, [.. asked.Select(Bare)], revision, token), cancel);
        return (new LookupResults { Data = [.. asked.Select(id => new LookupResult { Id = id, Studies = [.. found[Bare(id)]] })] }, warnings);
    }

    private static async Task<(ILookup<string, LookupMatch> Found, IReadOnlyList<RetractionWarning> Warnings)> FindAsync(
        NpgsqlConnection connection, string[] values, long revision, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddWithValue("values", NpgsqlDbType.Array | NpgsqlDbType.Text, values);
        command.Parameters.AddWithValue("revision", revision);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string Value, LookupMatch Match)>();
        var warnings = new List<RetractionWarning>();
        while (await reader.ReadAsync(cancel))
        {
            found.Add((reader.GetString(0), new LookupMatch
            {
                Study = reader.GetString(1),
                Label = reader.GetString(2),
                Scheme = reader.GetString(3),
                RetractionStatus = await reader.IsDBNullAsync(4, cancel) ? null : reader.GetString(4),
            }));
            if (!await reader.IsDBNullAsync(5, cancel))
                warnings.Add(SelectionWarnings.Parse(reader.GetFieldValue<byte[]>(5)));
        }

        return (found.ToLookup(row => row.Value, row => row.Match), warnings);
    }

    /// <summary>Returns the identifier as it is stored: lower case, without the address or the label that people write before it.</summary>
    private static string Bare(string id) => Prefix().Replace(id.Trim().ToLowerInvariant(), "");

    [GeneratedRegex(@"^(https?://(dx\.)?doi\.org/|doi:\s*|https?://clinicaltrials\.gov/(ct2/show/|study/)?|https?://pubmed\.ncbi\.nlm\.nih\.gov/|pmid:\s*|https?://(www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/|pmcid:\s*)|/+$")]
    private static partial Regex Prefix();
}
