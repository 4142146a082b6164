using System.Security.Cryptography;
using System.Text;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Lists;
using Evidence.Store.Records;
using Evidence.Store.Selection;

namespace Evidence.Store.Reads;

/// <summary>Represents a read whose parameters are checked and whose revision is known; every read of the catalogue begins with one.</summary>
/// <param name="Values">The checked parameters; a release is replaced by its revision.</param>
/// <param name="Revision">The revision that the result is of.</param>
/// <param name="IsPinned">Whether the query itself names the revision, so that its result never changes.</param>
/// <param name="Release">The release by whose name the revision was asked for; null if it was not.</param>
/// <param name="CatalogueId">Which catalogue is read.</param>
public sealed record ReadQuery(QueryValues Values, long Revision, bool IsPinned, NamedRelease? Release, Guid CatalogueId)
{
    private static readonly string[] Ends = [RevisionParameters.From.Name, RevisionParameters.To.Name];

    /// <summary>Parses a query string; fails for parameters, studies, releases or revisions that do not exist.</summary>
    public static async Task<Result<ReadQuery>> ParseAsync(
        EvidenceDatabase database, string? queryString, IReadOnlyList<Parameter> parameters, CancellationToken cancel)
    {
        var parsed = await ParseValuesAsync(database, queryString, RevisionParameters.WithRelease(parameters), cancel);
        return parsed.IsSuccess ? await ResolveAsync(database, parsed.Value, cancel) : parsed.Error;
    }

    /// <summary>Resolves the release and the revision of checked values; fails if the catalogue does not have them.</summary>
    public static async Task<Result<ReadQuery>> ResolveAsync(EvidenceDatabase database, QueryValues values, CancellationToken cancel)
    {
        NamedRelease? release = null;
        if (values.Text("release") is { } name)
        {
            var found = await FindReleaseAsync(database, values, name, cancel);
            if (!found.IsSuccess)
                return found.Error;
            release = found.Value;
            values = values.Without("release").With("revision", release.Revision);
        }

        var asked = values.WholeNumber("revision") ?? (values.Text("cursor") is { } cursor ? Cursor.Decode(cursor)?.Revision : null)
            ?? values.WholeNumber("to");
        var state = await CatalogueState.ReadAsync(database, cancel);
        if (CheckRevision(values, asked, state.Newest) is { } error)
            return error;
        return new ReadQuery(values, asked ?? state.Newest, asked is not null, release, state.CatalogueId);
    }

    /// <summary>Parses a query string that names no revision; fails for parameters or studies that do not exist.</summary>
    public static async Task<Result<QueryValues>> ParseValuesAsync(
        EvidenceDatabase database, string? queryString, IReadOnlyList<Parameter> parameters, CancellationToken cancel)
    {
        var parsed = QueryReader.Parse(queryString, parameters);
        if (!parsed.IsSuccess || !KnownStudies.AreNamed(parsed.Value))
            return parsed;
        var errors = await database.ReadAsync((connection, token) => KnownStudies.CheckAsync(connection, parsed.Value, token), cancel);
        return errors.Count == 0 ? parsed : QueryReader.ToError(errors, parameters);
    }

    /// <summary>Returns the weak validator of a result: the revision, and a digest of build, catalogue, path, format and query.</summary>
    /// <param name="build">Identity of the program that makes the result.</param>
    /// <param name="path">Path that was asked for.</param>
    /// <param name="format">Name of the format, with anything else that changes the bytes.</param>
    public string ETag(Guid build, string path, string format)
    {
        var identity = $"{build} {CatalogueId} {path} {format} {Values.Without("revision").Normalized()} {Release?.Name}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 10));
        return $"W/\"{Revision}-{hash}\"";
    }

    private static async Task<Result<NamedRelease>> FindReleaseAsync(EvidenceDatabase database, QueryValues values, string name, CancellationToken cancel)
    {
        if (values.Has("revision"))
            return new Error(ErrorKind.InvalidParameter, new ErrorDetail("release", "and revision exclude each other: a release is a revision."));
        if (await database.ReadAsync((connection, token) => NamedRelease.FindAsync(connection, name, token), cancel) is { } release)
            return release;
        var names = await database.ReadAsync(NamedRelease.NamesAsync, cancel);
        var nearest = Nearest.Find(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        return new Error(ErrorKind.UnknownRelease, $"The catalogue has no release '{QueryReader.Truncate(name)}'; /v1/releases lists them.{nearest}");
    }

    /// <summary>Checks that the named revisions exist; of two, the later must be no later than the one that is read.</summary>
    private static Error? CheckRevision(QueryValues values, long? asked, long newest)
    {
        if (asked > newest && !values.Has("revision") && values.Has("cursor"))
        {
            var detail = new ErrorDetail("cursor", $"belongs to revision {asked}, which this catalogue has not reached. Begin again without it.");
            return new Error(ErrorKind.InvalidCursor, detail);
        }

        if (asked > newest)
            return new Error(ErrorKind.UnknownRevision, $"Revision {asked} was asked for; the newest is {newest}.");
        return Ends.Where(name => values.WholeNumber(name) > (asked ?? newest))
            .Select(name => new Error(
                ErrorKind.UnknownRevision,
                $"{name} is {values.WholeNumber(name)}; the newest revision {(asked is null ? "is" : "as of which is answered is")} {asked ?? newest}."))
            .FirstOrDefault();
    }
}
