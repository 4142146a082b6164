using System.Globalization;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Npgsql;

namespace Evidence.Api.Citation;

/// <summary>How to cite the catalogue, or a selection of it, so that a reader gets the same answer.</summary>
public sealed record CatalogueCitation
{
    /// <summary>The citation as text.</summary>
    /// <example>Evidence: an open catalogue of the literature evidence on ketamine for treatment-resistant depression. Revision 1, 24 November 2026 (79 studies). http://localhost:5000/v1/studies?revision=1</example>
    public required string Text { get; init; }

    /// <summary>The citation as a BibTeX entry.</summary>
    /// <example>@misc{evidence-r1, title = {…}}</example>
    public required string Bibtex { get; init; }

    /// <summary>The citation as an item of CSL-JSON, for reference managers.</summary>
    public required CslItem Csl { get; init; }

    /// <summary>Address that gives the cited studies for ever.</summary>
    /// <example>http://localhost:5000/v1/studies?revision=1</example>
    public required string Url { get; init; }

    /// <summary>Revision that is cited.</summary>
    /// <example>1</example>
    public required long Revision { get; init; }

    /// <summary>When that revision was written, in UTC.</summary>
    /// <example>2026-11-24T08:30:00+00:00</example>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Number of studies that are cited.</summary>
    /// <example>79</example>
    public required long Studies { get; init; }
}

/// <summary>An item of CSL-JSON.</summary>
public sealed record CslItem
{
    /// <summary>Identifier of the item.</summary>
    /// <example>evidence-r1</example>
    public required string Id { get; init; }

    /// <summary>Type of the item.</summary>
    /// <example>dataset</example>
    public required string Type { get; init; }

    /// <summary>Title.</summary>
    /// <example>Evidence: an open catalogue of the literature evidence on ketamine for treatment-resistant depression</example>
    public required string Title { get; init; }

    /// <summary>Version: the revision.</summary>
    /// <example>1</example>
    public required string Version { get; init; }

    /// <summary>Address.</summary>
    /// <example>http://localhost:5000/v1/studies?revision=1</example>
    [System.Text.Json.Serialization.JsonPropertyName("URL")]
    public required string Url { get; init; }

    /// <summary>Day of the revision.</summary>
    public required CslDate Issued { get; init; }
}

/// <summary>A date of CSL-JSON.</summary>
public sealed record CslDate
{
    /// <summary>Year, month and day.</summary>
    /// <example>[[2026,11,24]]</example>
    [System.Text.Json.Serialization.JsonPropertyName("date-parts")]
    public required IReadOnlyList<IReadOnlyList<int>> DateParts { get; init; }
}

/// <summary>GET /v1/citation: cites the catalogue, or the studies that the filters leave, at a revision.</summary>
public static class GetCitation
{
    private const string Title = "Evidence: an open catalogue of the literature evidence on ketamine for treatment-resistant depression";
    private const string SelectRecordedAt = "select recorded_at from revision where number = @Revision";

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [.. Filters.Parameters, ReadRequest.RevisionParameter];

    /// <summary>Answers the citation. No clock is asked, so a pinned answer stays the same.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await ReadRequest.BeginAsync(http, database, Parameters, Format.Json) is not { } request)
            return;
        var (recordedAt, studies) = await database.ReadAsync((connection, cancel) => ReadAsync(connection, request, cancel), http.RequestAborted);
        var filters = request.Values.Without("revision").Normalized();
        var url = Links.To(http.Request, $"/v1/studies?{(filters.Length > 0 ? filters + "&" : "")}revision={request.Revision}");
        await Answer.JsonAsync(http, Cite(request.Revision, recordedAt.ToUniversalTime(), studies, url, isSelection: filters.Length > 0));
    }

    private static async Task<(DateTimeOffset RecordedAt, long Studies)> ReadAsync(NpgsqlConnection connection, ReadRequest request, CancellationToken cancel)
    {
        var recordedAt = await connection.QuerySingleAsync<DateTime>(
            new CommandDefinition(SelectRecordedAt, new { request.Revision }, cancellationToken: cancel));
        await using var count = new NpgsqlCommand("select count(*)\n" + Grain.Study.FromWhere(request.Values), connection);
        SelectionParameters.Add(count.Parameters, Grain.Study, request.Values, request.Revision);
        return (new DateTimeOffset(recordedAt, TimeSpan.Zero), (long)(await count.ExecuteScalarAsync(cancel))!);
    }

    private static CatalogueCitation Cite(long revision, DateTimeOffset recordedAt, long studies, string url, bool isSelection)
    {
        var day = recordedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var what = (isSelection ? "selection of " : "") + (studies == 1 ? "1 study" : $"{studies} studies");
        var id = $"evidence-r{revision}";
        return new CatalogueCitation
        {
            Text = $"{Title}. Revision {revision}, {day} ({what}). {url}",
            Bibtex = $$"""
                @misc{ {{id}},
                  title = { {{Title}} },
                  year = { {{recordedAt.Year}} },
                  note = { Revision {{revision}}, {{day}}, {{what}} },
                  howpublished = { \url{ {{url}} } }
                }
                """.Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal),
            Csl = new CslItem
            {
                Id = id,
                Type = "dataset",
                Title = Title,
                Version = revision.ToString(CultureInfo.InvariantCulture),
                Url = url,
                Issued = new CslDate { DateParts = [[recordedAt.Year, recordedAt.Month, recordedAt.Day]] },
            },
            Url = url,
            Revision = revision,
            RecordedAt = recordedAt,
            Studies = studies,
        };
    }
}
