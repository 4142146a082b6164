using System.Globalization;
using Dapper;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Hosting.Store;
using Evidence.Catalogue;
using Evidence.Formats.Citations;
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

    /// <summary>Cited studies with a report that is retracted or under an expression of concern; absent where there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }

    /// <summary>Name of the release that is cited; absent where the request names none.</summary>
    /// <example>2026.11</example>
    public string? Release { get; init; }

    /// <summary>SHA-256, in hexadecimal, over every record of that release.</summary>
    /// <example>6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b</example>
    public string? Checksum { get; init; }
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
        var (recordedAt, studies, warnings) = await database.ReadAsync((connection, cancel) => ReadAsync(connection, request, cancel), http.RequestAborted);
        var filters = request.Values.Without("revision").Normalized();
        var pinned = request.Release is { } named ? $"release={named.Name}" : $"revision={request.Revision}";
        var url = Links.To(http.Request, $"/v1/studies?{(filters.Length > 0 ? filters + "&" : "")}{pinned}");
        var what = (filters.Length > 0 ? "selection of " : "") + (studies == 1 ? "1 study" : $"{studies} studies");
        var citation = request.Release is { } release ? Cite(release, what, url) : Cite(request.Revision, recordedAt, what, url);
        if (request.Release is not null)
            http.Response.Headers.Remove("Content-Location"); // The answer at the revision names no release.
        EvidenceWarning.Send(http, warnings);
        await Answer.JsonAsync(http, citation with
        {
            RecordedAt = recordedAt.ToUniversalTime(),
            Studies = studies,
            Warnings = warnings.Count > 0 ? warnings : null,
        });
    }

    private static async Task<(DateTimeOffset RecordedAt, long Studies, IReadOnlyList<RetractionWarning> Warnings)> ReadAsync(
        NpgsqlConnection connection, ReadRequest request, CancellationToken cancel)
    {
        var recordedAt = await connection.QuerySingleAsync<DateTime>(
            new CommandDefinition(SelectRecordedAt, new { request.Revision }, cancellationToken: cancel));
        var count = new NpgsqlBatchCommand("select count(*)\n" + Grain.Study.FromWhere(request.Values));
        SelectionParameters.Add(count.Parameters, Grain.Study, request.Values, request.Revision);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { count, SelectionWarnings.Command(Grain.Study, request.Values, request.Revision) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var studies = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        return (new DateTimeOffset(recordedAt, TimeSpan.Zero), studies, await SelectionWarnings.ReadAsync(reader, cancel));
    }

    private static CatalogueCitation Cite(long revision, DateTimeOffset recordedAt, string what, string url)
    {
        var version = revision.ToString(CultureInfo.InvariantCulture);
        return Cite(new Cited($"evidence-r{version}", $"Revision {version}", version, revision, recordedAt, null), what, url);
    }

    private static CatalogueCitation Cite(NamedRelease release, string what, string url)
    {
        var checksum = Convert.ToHexStringLower(release.Checksum);
        var day = new DateTimeOffset(DateTime.SpecifyKind(release.CreatedAt, DateTimeKind.Utc));
        var note = $"Revision {release.Revision}, SHA-256 {checksum}";
        return Cite(new Cited($"evidence-{release.Name}", $"Release {release.Name}", release.Name, release.Revision, day, note), what, url) with
        {
            Release = release.Name,
            Checksum = checksum,
        };
    }

    private static CatalogueCitation Cite(Cited cited, string what, string url)
    {
        var day = cited.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var reference = new Reference
        {
            Key = cited.Id,
            Kind = ReferenceKind.Dataset,
            Title = Title,
            Issued = [cited.Day.Year, cited.Day.Month, cited.Day.Day],
            Version = cited.Version,
            Url = url,
            Note = $"{cited.Name}, {day}, {what}{(cited.Note is null ? "" : $". {cited.Note}")}",
        };
        return new CatalogueCitation
        {
            Text = $"{Title}. {cited.Name}, {day} ({what}). {url}",
            Bibtex = BibtexEntry.Of(reference),
            Csl = CslItem.Of(reference),
            Url = url,
            Revision = cited.Revision,
            RecordedAt = cited.Day,
            Studies = 0,
        };
    }

    /// <summary>What a citation names: a revision or a release of it.</summary>
    private sealed record Cited(string Id, string Name, string Version, long Revision, DateTimeOffset Day, string? Note);
}
