using Evidence.Api.Corrections;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>POST /corrections/{id}/decision: a curator decides, by the same rules as POST /v1/corrections/{id}/decision.</summary>
public static class PostDecision
{
    /// <summary>Decides, or shows the form again with what is wrong.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator || await CorrectionModel.FindAsync(http, database, id, false, curator) is not { } model)
            return;
        var form = http.Request.Form;
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        var remove = form["remove"] == "yes";
        var asked = new DecisionRequest
        {
            Decision = Text("decision") ?? "",
            Reason = Text("reason"),
            Value = PostNewCorrection.ValueOf(Text("value") ?? "", model.Correction.Proposed ?? model.Correction.Seen),
            Remove = remove ? true : null,
        };
        var findings = asked.Check();
        var (made, problem) = findings.Count > 0
            ? (null, RequestBody.Refusal(findings))
            : await database.WriteAsync((transaction, cancel) => DecideCorrection.DecideAsync(transaction, id, asked, curator.Actor, clock.GetUtcNow(), cancel), outcome => outcome.Made is not null, http.RequestAborted);
        if (made is not null)
        {
            FormAnswer.LeadTo(http, $"/corrections/{id}");
            return;
        }

        var fields = problem!.Errors?.Where(error => error.Pointer is "/decision" or "/reason" or "/value").ToDictionary(error => error.Pointer![1..], error => error.Detail + ".") ?? [];
        var shown = model with
        {
            Decision = asked.Decision,
            Reason = asked.Reason ?? "",
            Value = Text("value") ?? "",
            Faults = fields.Count > 0 ? fields : new Dictionary<string, string> { [""] = problem.Detail! },
        };
        await FormAnswer.SendAsync<CorrectionPage, CorrectionModel>(http, shown, curator, problem.Status);
    }
}
