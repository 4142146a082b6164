using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Studies;

namespace Evidence.Api.Explorer.Curate;

/// <summary>A withdrawal that is to be confirmed.</summary>
/// <param name="Id">The study.</param>
/// <param name="Tag">ETag of the version that is withdrawn.</param>
/// <param name="Warnings">What to think of before.</param>
/// <param name="Reason">Why, as the curator says it.</param>
/// <param name="ReasonFault">What is wrong with the reason.</param>
/// <param name="SureFault">What is wrong with the confirmation.</param>
public sealed record WithdrawalModel(string Id, string Tag, IReadOnlyList<WriteWarning> Warnings, string Reason = "", string? ReasonFault = null, string? SureFault = null);

/// <summary>GET /curate/studies/{id}/withdrawal: asks whether a study is to be withdrawn, and why.</summary>
public static class GetWithdrawal
{
    /// <summary>Answers the form.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator || await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        if (await FindAsync(http, database, clock, curator, id) is { } model)
            await FormAnswer.SendAsync<WithdrawalPage, WithdrawalModel>(http, model, curator);
    }

    /// <summary>What would be withdrawn; nothing where a problem has been sent instead.</summary>
    internal static async Task<WithdrawalModel?> FindAsync(HttpContext http, EvidenceDatabase database, TimeProvider clock, SignedIn curator, string id)
    {
        var (newest, tag) = await EditedStudy.StateAsync(http, database, id);
        if (tag is null)
        {
            await RecordAnswer.SendMissingAsync(http, database, "study", id, newest);
            return null;
        }

        var (tried, _) = await WithdrawStudy.RunAsync(database, id, Precondition.Of(tag), dryRun: true, "", (curator.Actor, clock.GetUtcNow()), http.RequestAborted);
        return new WithdrawalModel(id, tag, tried?.Warnings ?? []);
    }
}
