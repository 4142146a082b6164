using System.Globalization;
using Evidence.Api.Http;
using Evidence.Api.OpenApi;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Formats.Citations;
using Evidence.Store.Citation;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Selection;

namespace Evidence.Api.Citation;

/// <summary>How to cite the catalogue, or a selection of it, so that a reader gets the same result.</summary>
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

    /// <summary>Address that returns the cited studies for ever.</summary>
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

    /// <summary>Cited studies with a report that is retracted or under an expression of concern; absent if there is none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }

    /// <summary>Name of the release that is cited; absent if the request names none.</summary>
    /// <example>2026.11</example>
    public string? Release { get; init; }

    /// <summary>SHA-256, in hexadecimal, over every record of that release.</summary>
    /// <example>6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b</example>
    public string? Checksum { get; init; }
}

/// <summary>Defines the routes of <c>/v1/citation</c>.</summary>
public static class CitationRoutes
{
    private const string Title = "Evidence: an open catalogue of the literature evidence on ketamine for treatment-resistant depression";

    private static readonly IReadOnlyList<Parameter> Parameters = [.. Filters.Parameters, RevisionParameters.Revision];

    /// <summary>Maps the routes of <c>/v1/citation</c>.</summary>
    public static void MapCitation(this IEndpointRouteBuilder routes) =>
        routes.MapRead("getCitation", "/v1/citation", "Get the citation of the catalogue or of a selection", Get)
            .WithDescription("The citation as text, BibTeX and CSL-JSON, of the selected studies, as of the revision of the response.")
            .Returns<CatalogueCitation>().WithParameters(Parameters);

    /// <summary>No clock is read, so a pinned citation stays the same. It is not cached: it names the host that was asked for.</summary>
    private static async Task<IResult> Get(HttpContext http, EvidenceDatabase database)
    {
        var request = await RequestReader.ReadAsync(http, database, Parameters, Format.Json);
        if (!request.IsSuccess)
            return new ErrorResponse(request.Error);
        var query = request.Value.Query;
        ResponseHeaders.SetRevision(http, query, Parameters);
        if (ResponseHeaders.SetValidator(http, query.ETag(Responder.BuildId, http.Request.Path, Format.Json.Name), query.IsPinned))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var cited = await CitedSelection.ReadAsync(database, query.Values, query.Revision, http.RequestAborted);
        if (query.Release is not null)
            http.Response.Headers.Remove("Content-Location"); // The citation of the revision names no release.
        ResponseHeaders.SetWarnings(http, cited.Warnings);
        return ContentResponse.FromJson(Cite(http.Request, query, cited));
    }

    private static CatalogueCitation Cite(HttpRequest request, ReadQuery query, CitedSelection cited)
    {
        var filters = query.Values.Without("revision").Normalized();
        var pinned = query.Release is { } named ? $"release={named.Name}" : $"revision={query.Revision}";
        var url = ResponseHeaders.CreateAddress(request, $"/v1/studies?{(filters.Length > 0 ? filters + "&" : "")}{pinned}");
        var what = (filters.Length > 0 ? "selection of " : "") + (cited.Studies == 1 ? "1 study" : $"{cited.Studies} studies");
        var citation = query.Release is { } release ? Cite(release, what, url) : Cite(query.Revision, cited.RecordedAt, what, url);
        return citation with
        {
            RecordedAt = cited.RecordedAt.ToUniversalTime(),
            Studies = cited.Studies,
            Warnings = cited.Warnings.Count > 0 ? cited.Warnings : null,
        };
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
            Bibtex = BibtexEntry.Write(reference),
            Csl = CslItem.FromReference(reference),
            Url = url,
            Revision = cited.Revision,
            RecordedAt = cited.Day,
            Studies = 0,
        };
    }

    /// <summary>Describes what a citation names: a revision, or a release of it.</summary>
    private sealed record Cited(string Id, string Name, string Version, long Revision, DateTimeOffset Day, string? Note);
}
