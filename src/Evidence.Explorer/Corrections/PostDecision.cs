using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Corrections;

/// <summary>POST /corrections/{id}/decision: a curator decides, by the same rules as POST /v1/corrections/{id}/decision.</summary>
public static class PostDecision
{
    /// <summary>Decides, or responds with the form and what is wrong.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock, string id) =>
        forms.RespondToCuratorAsync(http, async curator =>
        {
            var model = await CorrectionModel.ReadAsync(database, id, isNew: false, curator, http.RequestAborted);
            if (!model.IsSuccess)
                return await forms.RespondErrorAsync(http, model.Error);
            var draft = Fill(model.Value, http.Request.Form);
            var asked = CreateRequest(draft, http.Request.Form["remove"] == "yes");
            var decided = await database.WriteAsync(
                (transaction, cancel) => CorrectionDecider.WriteAsync(transaction, id, asked, curator.Actor, clock.GetUtcNow(), cancel), result => result.IsSuccess, http.RequestAborted);
            return decided.IsSuccess
                ? FormPages.RedirectTo($"/corrections/{id}")
                : await forms.RespondRefusedAsync<CorrectionPage, CorrectionModel>(http, draft with { Errors = GroupByField(decided.Error) }, curator, decided.Error);
        });

    private static CorrectionModel Fill(CorrectionModel model, IFormCollection form) => model with
    {
        Decision = form["decision"].ToString().Trim(),
        Reason = form["reason"].ToString().Trim(),
        Value = form["value"].ToString().Trim(),
    };

    private static DecisionRequest CreateRequest(CorrectionModel draft, bool remove) => new()
    {
        Decision = draft.Decision,
        Reason = draft.Reason.Length > 0 ? draft.Reason : null,
        Value = PostNewCorrection.ParseValue(draft.Value, draft.Correction.Proposed ?? draft.Correction.Seen),
        Remove = remove ? true : null,
    };

    private static Dictionary<string, string> GroupByField(Error error)
    {
        var fields = (error.Details ?? []).Where(detail => detail.Pointer is "/decision" or "/reason" or "/value")
            .GroupBy(detail => detail.Pointer![1..])
            .ToDictionary(group => group.Key, group => string.Join(" ", group.Select(detail => detail.Detail + ".")));
        return fields.Count > 0 ? fields : new Dictionary<string, string> { [""] = error.Message };
    }
}
