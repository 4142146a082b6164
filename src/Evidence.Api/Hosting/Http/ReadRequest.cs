using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Api.Hosting.Store;
using Npgsql;

namespace Evidence.Api.Hosting.Http;

/// <summary>What every read begins with: the query checked, the format chosen, the revision found, the copy that the client has still good or not.</summary>
public sealed class ReadRequest
{
    /// <summary>The parameter by which every read is asked for as of an older revision.</summary>
    public static readonly Parameter RevisionParameter =
        new("revision", ParameterKind.WholeNumber, "Answers as of this revision of the catalogue; the newest where left out.", "1") { Minimum = 1, Maximum = long.MaxValue };

    /// <summary>The revision from which a comparison of two begins.</summary>
    public static readonly Parameter FromParameter =
        new("from", ParameterKind.WholeNumber, "The earlier of the two revisions.", "0") { Minimum = 0, Maximum = long.MaxValue };

    /// <summary>The revision that a comparison of two leads to. What names it is of that revision, and never changes.</summary>
    public static readonly Parameter ToParameter =
        new("to", ParameterKind.WholeNumber, "The later of the two revisions; the newest where left out.", "1") { Minimum = 1, Maximum = long.MaxValue };

    /// <summary>The parameter by which a read is asked for as of a named revision. Whatever takes <c>revision</c> takes it too.</summary>
    public static readonly Parameter ReleaseParameter =
        new("release", ParameterKind.Text, "Answers as of this release, a named revision of the catalogue; in place of `revision`.", "2026.11") { Longest = 20 };

    /// <summary>How long an answer that never changes may be kept.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    private const string SelectState = "select newest_revision, catalogue_id from catalogue";

    private static readonly string[] Ends = [FromParameter.Name, ToParameter.Name];

    private readonly Guid catalogue;

    private ReadRequest(QueryValues values, Format format, long revision, bool isPinned, NamedRelease? release, Guid catalogue)
    {
        this.catalogue = catalogue;
        Values = values;
        Format = format;
        Revision = revision;
        IsPinned = isPinned;
        Release = release;
    }

    /// <summary>The checked parameters.</summary>
    public QueryValues Values { get; set; }

    /// <summary>The format to answer in.</summary>
    public Format Format { get; }

    /// <summary>The revision to answer as of.</summary>
    public long Revision { get; }

    /// <summary>Whether the request itself names the revision, so that its answer never changes.</summary>
    public bool IsPinned { get; }

    /// <summary>The release by whose name the revision was asked for; nothing where it was not.</summary>
    public NamedRelease? Release { get; }

    /// <summary>Begins a read whose answer follows from the query alone. Gives nothing where a problem, or 304, has been sent instead.</summary>
    public static async Task<ReadRequest?> BeginAsync(
        HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, params IReadOnlyList<Format> formats)
    {
        var request = await ParseAsync(http, database, parameters, formats);
        return request is null || request.SendNotModified(http, request.MakeETag(http.Request.Path)) ? null : request;
    }

    /// <summary>Begins a read that sets its own validator. Gives nothing where a problem has been sent instead.</summary>
    public static async Task<ReadRequest?> ParseAsync(
        HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters, params IReadOnlyList<Format> formats)
    {
        if (await ReadQueryAsync(http, database, WithRelease(parameters)) is not { } values)
            return null;
        if (await ChooseFormatAsync(http, formats.Count > 0 ? formats : [Format.Json]) is not { } format)
            return null;
        NamedRelease? release = null;
        if (values.Text("release") is { } name)
        {
            if ((release = await FindReleaseAsync(http, database, values, name)) is null)
                return null;
            values = values.Without("release").With("revision", release.Revision);
        }

        var asked = values.WholeNumber("revision") ?? (values.Text("cursor") is { } cursor ? Cursor.Decode(cursor)?.Revision : null)
            ?? values.WholeNumber("to");
        var (newest, catalogue) = await StateAsync(database, http.RequestAborted);
        if (NotReached(values, asked, newest) is { } problem)
        {
            await Answer.ProblemAsync(http, problem);
            return null;
        }

        var request = new ReadRequest(values, format, asked ?? newest, isPinned: asked is not null, release, catalogue);
        request.SendRevision(http, parameters.Contains(RevisionParameter) ? "revision" : "to");
        return request;
    }

    /// <summary>Sets the validator of the answer; gives true after a 304, when the client's copy is still good.</summary>
    public bool SendNotModified(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = IsPinned ? Immutable : "no-cache";
        if (!IsStillGood(http, etag))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Where the catalogue stands: its newest revision, and which catalogue it is.</summary>
    public static Task<(long Newest, Guid Catalogue)> StateAsync(EvidenceDatabase database, CancellationToken cancel) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(SelectState, connection);
                await using var reader = await command.ExecuteReaderAsync(token);
                await reader.ReadAsync(token);
                return (reader.GetInt64(0), reader.GetGuid(1));
            },
            cancel);

    /// <summary>The query parameters of a read: those of its own, and the release beside the revision.</summary>
    public static IReadOnlyList<Parameter> WithRelease(IReadOnlyList<Parameter> parameters) =>
        parameters.Contains(RevisionParameter) ? [.. parameters, ReleaseParameter] : parameters;

    private static async Task<NamedRelease?> FindReleaseAsync(HttpContext http, EvidenceDatabase database, QueryValues values, string name)
    {
        if (values.Has("revision"))
        {
            await Answer.ProblemAsync(http, ProblemTypes.InvalidParameter.With(new ParameterError("release", "and revision exclude each other: a release is a revision.")));
            return null;
        }

        if (await database.ReadAsync((connection, cancel) => NamedRelease.FindAsync(connection, name, cancel), http.RequestAborted) is { } release)
            return release;
        var names = await database.ReadAsync(NamedRelease.NamesAsync, http.RequestAborted);
        var nearest = Catalogue.Nearest.Of(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        await Answer.ProblemAsync(http, ProblemTypes.UnknownRelease.With($"The catalogue has no release '{QueryReader.Shown(name)}'; /v1/releases lists them.{nearest}"));
        return null;
    }

    /// <summary>The problem of a revision that is named and is not there yet; of two, the later must be no later than the one that answers.</summary>
    private static Problem? NotReached(QueryValues values, long? asked, long newest)
    {
        if (asked > newest && !values.Has("revision") && values.Has("cursor"))
        {
            var error = new ParameterError("cursor", $"belongs to revision {asked}, which this catalogue has not reached. Begin again without it.");
            return ProblemTypes.InvalidCursor.With(error);
        }

        if (asked > newest)
            return ProblemTypes.UnknownRevision.With($"Revision {asked} was asked for; the newest is {newest}.");
        return Ends.Where(name => values.WholeNumber(name) > (asked ?? newest))
            .Select(name => ProblemTypes.UnknownRevision.With($"{name} is {values.WholeNumber(name)}; the newest revision {(asked is null ? "is" : "as of which is answered is")} {asked ?? newest}."))
            .FirstOrDefault();
    }

    /// <summary>Reads the query against the parameters; gives nothing where a problem has been sent instead.</summary>
    public static async Task<QueryValues?> ReadQueryAsync(HttpContext http, EvidenceDatabase database, IReadOnlyList<Parameter> parameters)
    {
        var (values, errors) = QueryReader.Read(http.Request.QueryString.Value, parameters);
        if (errors.Count == 0)
            errors = Combinations.Check(values);
        if (errors.Count == 0 && KnownStudies.AreNamed(values))
            errors = await database.ReadAsync((connection, cancel) => KnownStudies.CheckAsync(connection, values, cancel), http.RequestAborted);
        if (errors.Count == 0)
            return values;
        var onlyUnknown = errors.All(error => parameters.All(parameter => parameter.Name != error.Parameter));
        var type = onlyUnknown ? ProblemTypes.UnknownParameter : ProblemTypes.InvalidParameter;
        var detail = string.Join(" ", errors.Select(error => $"{error.Parameter} {error.Detail}".Trim()));
        if (errors.Count == QueryReader.MostErrors)
            detail += $" Only the first {QueryReader.MostErrors} errors are listed.";
        await Answer.ProblemAsync(http, type.With(detail, errors));
        return null;
    }

    /// <summary>Whether the client has the answer of this validator.</summary>
    public static bool IsStillGood(HttpContext http, string etag) => http.Request.Headers.IfNoneMatch.Any(header => Matches(header, etag));

    /// <summary>The format that the request accepts; nothing where a problem has been sent instead.</summary>
    public static async Task<Format?> ChooseFormatAsync(HttpContext http, IReadOnlyList<Format> formats)
    {
        var format = MediaTypes.Choose(http.Request, formats);
        if (formats.Count > 1)
            http.Response.Headers.Append("Vary", "Accept");
        if (format is null)
            await Answer.ProblemAsync(http, ProblemTypes.NotAcceptable.With(
                $"Accept is '{QueryReader.Shown(http.Request.Headers.Accept.ToString())}'; this address answers {string.Join(", ", formats.Select(f => f.MediaType))}."));
        return format;
    }

    /// <summary>The validator of a record in this catalogue.</summary>
    public string RecordETag(string id, int version) => RecordETag(id, version, catalogue);

    /// <summary>The validator of a record: which catalogue, which record, which version.</summary>
    public static string RecordETag(string id, int version, Guid catalogue) => $"\"{id}.v{version}.{catalogue.ToString("N")[..8]}\"";

    private void SendRevision(HttpContext http, string parameter)
    {
        var revision = Revision.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[Answer.RevisionHeader] = revision;
        if (!IsPinned || Release is not null)
            http.Response.Headers.ContentLocation = Links.Quoted(http.Request.Path + PinnedQuery(http.Request.QueryString, $"{parameter}={revision}"));
    }

    private static string PinnedQuery(QueryString query, string pin)
    {
        var others = (query.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => pair.Split('=')[0] != "release");
        return "?" + string.Join('&', others.Append(pin));
    }

    private string MakeETag(PathString path)
    {
        // The links of a page keep the revision that its reader asked for, so that the same revision has two pages.
        var links = Format == Format.Html && IsPinned ? "pinned" : "";
        var identity = $"{Build.Id} {catalogue} {path} {Format.Name}{links} {Values.Without("revision").Normalized()} {Release?.Name}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 10));
        return $"W/\"{Revision}-{hash}\"";
    }

    private static bool Matches(string? header, string etag) =>
        header is not null && header.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || Opaque(tag) == Opaque(etag));

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
