using System.Text.Json;
using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Evidence.Explorer.Corrections;

/// <summary>POST /corrections/new: takes a report, by the same rules as POST /v1/corrections.</summary>
public static class PostNewCorrection
{
    /// <summary>Takes the report, or responds with the form and what is wrong beside each field.</summary>
    public static async Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, CorrectionLimit limit, TimeProvider clock)
    {
        var draft = Fill(await CorrectionDraft.ReadAsync(database, ReadText(http.Request.Form["study"]) ?? "", http.RequestAborted), http.Request.Form);
        var asked = CreateRequest(draft);
        var now = clock.GetUtcNow();
        var created = Check(asked, draft.Document) is { } error
            ? error
            : await database.WriteAsync(
                (transaction, cancel) => NewCorrection.WriteAsync(transaction, asked, () => limit.Take(http.Connection.RemoteIpAddress, now), now, cancel),
                result => result.IsSuccess,
                http.RequestAborted);
        return created.IsSuccess
            ? FormPages.RedirectTo($"{created.Value.Location["/v1".Length..]}?reported=true")
            : await forms.RespondRefusedAsync<NewCorrectionPage, CorrectionDraft>(
                http, draft with { Errors = GroupByField(created.Error) }, await CuratorCookie.FindAsync(http), created.Error);
    }

    /// <summary>Parses what was typed as the value of its place: a text if a text is there now, else a number or JSON if it is one.</summary>
    public static JsonElement? ParseValue(string text, JsonElement? seen)
    {
        if (text.Length == 0)
            return null;
        if (seen is not { ValueKind: JsonValueKind.String })
        {
            try
            {
                return JsonElement.Parse(seen is { ValueKind: JsonValueKind.Number } ? text.Replace('\u2212', '-') : text);
            }
            catch (JsonException)
            {
                // Then it is a text.
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }

    private static CorrectionDraft Fill(CorrectionDraft draft, IFormCollection form) => draft with
    {
        Pointer = ReadText(form["pointer"]) ?? ReadText(form["place"]) ?? "",
        Proposed = ReadText(form["proposed"]) ?? "",
        Remove = form["remove"] == "yes",
        Source = ReadText(form["source"]) ?? "",
        Note = ReadText(form["note"]) ?? "",
        Contact = ReadText(form["contact"]) ?? "",
    };

    private static CorrectionRequest CreateRequest(CorrectionDraft draft) => new()
    {
        Study = draft.Study,
        Pointer = draft.Pointer,
        Revision = draft.Revision,
        Proposed = ParseValue(draft.Proposed, draft.Document is { } study ? Find(study, draft.Pointer) : null),
        Remove = draft.Remove ? true : null,
        Source = draft.Source,
        Note = ReadText(draft.Note),
        Contact = ReadText(draft.Contact),
    };

    /// <summary>A text in place of a number would only be found out by the curator; a person at a form can be asked for a number now.</summary>
    private static Error? Check(CorrectionRequest asked, JsonElement? document)
    {
        List<ValidationIssue> issues = [.. asked.Check()];
        if (asked.Proposed is { ValueKind: JsonValueKind.String } && document is { } study && Find(study, asked.Pointer) is { ValueKind: JsonValueKind.Number })
            issues.Add(ValidationIssue.Error("/proposed", "A number stands there; expected one, such as 12.5, and what else there is to say below"));
        return issues.Count > 0 ? Error.FromIssues(issues) : null;
    }

    private static JsonElement? Find(JsonElement node, string pointer)
    {
        foreach (var token in JsonPointer.Split(pointer) ?? [])
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(token, out var member))
                node = member;
            else if (node.ValueKind == JsonValueKind.Array && int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < node.GetArrayLength())
                node = node[index];
            else
                return null;
        }

        return node;
    }

    private static Dictionary<string, string> GroupByField(Error error) => error.Details is { Count: > 0 } details
        ? details.GroupBy(detail => detail.Pointer is "/remove" ? "proposed" : detail.Pointer?.Trim('/') ?? "").ToDictionary(group => group.Key, group => string.Join(" ", group.Select(detail => detail.Detail + ".")))
        : new Dictionary<string, string> { [""] = error.Message };

    private static string? ReadText(StringValues field) => field.ToString().Trim() is { Length: > 0 } text ? text : null;
}
