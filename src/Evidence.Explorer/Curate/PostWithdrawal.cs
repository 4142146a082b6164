using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Records;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>POST /curate/studies/{id}/withdrawal: withdraws a study, by the same rules as DELETE /v1/studies/{id}.</summary>
public static class PostWithdrawal
{
    private const int MaxReasonLength = 500;

    /// <summary>Withdraws the study if the curator confirms it and says why.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock, string id) =>
        forms.RespondToCuratorAsync(http, async curator =>
        {
            var now = clock.GetUtcNow();
            var read = await WithdrawalModel.ReadAsync(database, id, curator, now, http.RequestAborted);
            if (!read.IsSuccess)
                return await forms.RespondErrorAsync(http, read.Error);
            var model = Fill(read.Value, http.Request.Form);
            if (model is not { ReasonError: null, ConfirmationError: null })
                return await forms.RespondAsync<WithdrawalPage, WithdrawalModel>(http, model, curator, StatusCodes.Status422UnprocessableEntity);
            var withdrawal = new StudyWithdrawal(id, Precondition.FromTag(http.Request.Form["tag"].ToString()), DryRun: false, model.Reason, curator.Actor, now);
            var written = await withdrawal.RunAsync(database, http.RequestAborted);
            return written.IsSuccess
                ? FormPages.RedirectTo(FormattableString.Invariant($"/curate?withdrawn={Uri.EscapeDataString(id)}&revision={written.Value.Revision}"))
                : await forms.RespondErrorAsync(http, written.Error);
        });

    private static WithdrawalModel Fill(WithdrawalModel model, IFormCollection form)
    {
        var reason = form["reason"].ToString().Trim();
        var isReason = reason.Length is > 0 and <= MaxReasonLength && !reason.Any(char.IsControl);
        return model with
        {
            Reason = reason,
            ReasonError = isReason ? null : $"Say why, in one line of at most {MaxReasonLength} characters: the revision tells it for ever.",
            ConfirmationError = form["sure"] == "yes" ? null : "Confirm it: nothing was withdrawn.",
        };
    }
}
