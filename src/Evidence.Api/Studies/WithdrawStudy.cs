using Evidence.Api.Http;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Selection;
using Evidence.Store.Studies;

namespace Evidence.Api.Studies;

/// <summary>DELETE /v1/studies/{id}: takes a study out of the catalogue from the next revision on, and keeps its history.</summary>
public static class WithdrawStudy
{
    /// <summary>Every query parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [PutStudy.Reason with { Required = true }, PutStudy.DryRun];

    /// <summary>Withdraws the record if its version and the sender's role allow it.</summary>
    public static async Task<IResult> Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        var values = await RequestReader.ReadValuesAsync(http, database, Parameters);
        if (!values.IsSuccess)
            return new ErrorResponse(values.Error);
        var precondition = RequestReader.ReadPrecondition(http, mayCreate: false);
        if (!precondition.IsSuccess)
            return new ErrorResponse(precondition.Error);
        var withdrawal = new StudyWithdrawal(
            id, precondition.Value, values.Value.Flag("dryRun"), values.Value.Text("reason")!, Actor.GetName(http.User), clock.GetUtcNow());
        var written = await withdrawal.RunAsync(database, http.RequestAborted);
        if (!written.IsSuccess)
            return new ErrorResponse(written.Error);
        if (written.Value.Revision is { } revision)
            ResponseHeaders.SetRevision(http, revision);
        http.Response.Headers.CacheControl = "no-store";
        return ContentResponse.FromJson(written.Value);
    }
}
