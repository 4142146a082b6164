using Evidence.Api.Http;
using Evidence.Catalogue;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Selection;
using Evidence.Store.Studies;

namespace Evidence.Api.Studies;

/// <summary>PUT /v1/studies/{id}: creates a study or replaces it, as one revision.</summary>
public static class PutStudy
{
    /// <summary>Maximum size of the body, in bytes; the largest record of the catalogue is a hundredth of it.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The parameter that says whether the write is only tried.</summary>
    public static readonly Parameter DryRun =
        new("dryRun", ParameterKind.Flag, "Checks everything and tells what would be done, without writing; false if left out.", "true");

    /// <summary>The parameter that says why it is written.</summary>
    public static readonly Parameter Reason =
        new("reason", ParameterKind.Text, "Why; recorded in the revision for ever.", "Standard deviations at 24 h corrected after Table 2");

    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Reason, DryRun];

    /// <summary>Writes the record if its version, its rules and the sender's role allow it.</summary>
    public static async Task<IResult> Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        var values = await RequestReader.ReadValuesAsync(http, database, Parameters);
        if (!values.IsSuccess)
            return new ErrorResponse(values.Error);
        var precondition = RequestReader.ReadPrecondition(http, mayCreate: true);
        if (!precondition.IsSuccess)
            return new ErrorResponse(precondition.Error);
        var body = await RequestReader.ReadBodyAsync<Study>(http, MaxBytes);
        if (!body.IsSuccess)
            return new ErrorResponse(body.Error);
        var write = new StudyWrite(
            id, body.Value.Value, precondition.Value, values.Value.Flag("dryRun"), values.Value.Text("reason"), Actor.GetName(http.User), clock.GetUtcNow());
        var written = await write.RunAsync(database, http.RequestAborted);
        return written.IsSuccess ? await RespondAsync(http, database, written.Value) : new ErrorResponse(written.Error);
    }

    private static async Task<IResult> RespondAsync(HttpContext http, EvidenceDatabase database, StudyWriteResult written)
    {
        var state = await CatalogueState.ReadAsync(database, http.RequestAborted);
        if (written is { Version: > 0, DryRun: false })
            http.Response.Headers.ETag = RecordTag.Format(written.Id, written.Version, state.CatalogueId);
        if (written.Revision is { } revision)
            ResponseHeaders.SetRevision(http, revision);
        if (written is { Outcome: "created", DryRun: false })
        {
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = $"/v1/studies/{written.Id}";
        }

        http.Response.Headers.CacheControl = "no-store";
        return ContentResponse.FromJson(written);
    }
}
