using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Studies;

namespace Evidence.Api.Explorer.Curate;

/// <summary>POST /curate/studies/{id}/withdrawal: withdraws a study, by the same rules as DELETE /v1/studies/{id}.</summary>
public static class PostWithdrawal
{
    private const int LongestReason = 500;

    /// <summary>Withdraws it where the curator is sure and says why.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator || await GetWithdrawal.FindAsync(http, database, clock, curator, id) is not { } model)
            return;
        var form = http.Request.Form;
        var reason = form["reason"].ToString().Trim();
        var asked = model with
        {
            Reason = reason,
            ReasonFault = reason.Length is > 0 and <= LongestReason && !reason.Any(char.IsControl) ? null : $"Say why, in one line of at most {LongestReason} characters: the revision tells it for ever.",
            SureFault = form["sure"] == "yes" ? null : "Confirm it: nothing was withdrawn.",
        };
        if (asked is { ReasonFault: null, SureFault: null })
        {
            var (written, problem) = await WithdrawStudy.RunAsync(
                database, id, Precondition.Of(form["tag"].ToString()), dryRun: false, reason, (curator.Actor, clock.GetUtcNow()), http.RequestAborted);
            if (written?.Revision is { } revision)
                FormAnswer.LeadTo(http, FormattableString.Invariant($"/curate?withdrawn={Uri.EscapeDataString(id)}&revision={revision}"));
            else
                await Answer.ProblemAsync(http, problem ?? ProblemTypes.NotFound.With($"There is no study '{id}' now."));
            return;
        }

        await FormAnswer.SendAsync<WithdrawalPage, WithdrawalModel>(http, asked, curator, StatusCodes.Status422UnprocessableEntity);
    }
}
