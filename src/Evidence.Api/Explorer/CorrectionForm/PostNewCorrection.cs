using System.Text.Json;
using Evidence.Api.Corrections;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Catalogue;
using Microsoft.Extensions.Primitives;

namespace Evidence.Api.Explorer.CorrectionForm;

/// <summary>POST /corrections/new: takes a report, by the same rules as POST /v1/corrections.</summary>
public static class PostNewCorrection
{
    /// <summary>Takes it, or shows the form again with what is wrong beside each field.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, CorrectionLimit limit, TimeProvider clock)
    {
        var form = http.Request.Form;
        var (draft, document) = await CorrectionDraft.OfAsync(http, database, Text(form["study"]) ?? "");
        draft = draft with
        {
            Pointer = Text(form["pointer"]) ?? Text(form["place"]) ?? "",
            Proposed = Text(form["proposed"]) ?? "",
            Remove = form["remove"] == "yes",
            Source = Text(form["source"]) ?? "",
            Note = Text(form["note"]) ?? "",
            Contact = Text(form["contact"]) ?? "",
        };
        var asked = Asked(draft, document);
        IReadOnlyList<Finding> findings = [.. asked.Check(), .. NoNumber(asked, document)];
        var (made, problem) = findings.Count > 0
            ? (null, RequestBody.Refusal(findings))
            : await database.WriteAsync((transaction, cancel) => CreateCorrection.TakeAsync(http, transaction, limit, asked, clock.GetUtcNow(), cancel), outcome => outcome.Made is not null, http.RequestAborted);
        if (made is not null)
        {
            FormAnswer.LeadTo(http, $"{made.Location["/v1".Length..]}?reported=true");
            return;
        }

        var shown = draft with { Faults = FaultsOf(problem!) };
        await FormAnswer.SendAsync<NewCorrectionPage, CorrectionDraft>(http, shown, await FormAnswer.CuratorAsync(http, database), problem!.Status);
    }

    /// <summary>A text where a number stands would only be found out by the curator; whoever sits at a form can be asked for a number now.</summary>
    private static IEnumerable<Finding> NoNumber(CorrectionRequest asked, JsonElement? document)
    {
        if (asked.Proposed is { ValueKind: JsonValueKind.String } && document is { } study && At(study, asked.Pointer) is { ValueKind: JsonValueKind.Number })
            yield return Finding.Error("/proposed", "A number stands there; expected one, such as 12.5, and what else there is to say below");
    }

    /// <summary>What was typed as the value of its place: a text where a text stands, else a number or JSON where it is one.</summary>
    public static JsonElement? ValueOf(string typed, JsonElement? seen)
    {
        if (typed.Length == 0)
            return null;
        if (seen is not { ValueKind: JsonValueKind.String })
        {
            try
            {
                return JsonElement.Parse(seen is { ValueKind: JsonValueKind.Number } ? typed.Replace('\u2212', '-') : typed);
            }
            catch (JsonException)
            {
                // Then it is a text.
            }
        }

        return JsonSerializer.SerializeToElement(typed);
    }

    private static CorrectionRequest Asked(CorrectionDraft draft, JsonElement? document) => new()
    {
        Study = draft.Study,
        Pointer = draft.Pointer,
        Revision = draft.Revision,
        Proposed = ValueOf(draft.Proposed, document is { } study ? At(study, draft.Pointer) : null),
        Remove = draft.Remove ? true : null,
        Source = draft.Source,
        Note = Text(draft.Note),
        Contact = Text(draft.Contact),
    };

    private static JsonElement? At(JsonElement node, string pointer)
    {
        foreach (var token in pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
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

    private static Dictionary<string, string> FaultsOf(Problem problem) => problem.Errors is { Count: > 0 } errors
        ? errors.GroupBy(error => error.Pointer is "/remove" ? "proposed" : error.Pointer?.Trim('/') ?? "").ToDictionary(group => group.Key, group => string.Join(" ", group.Select(error => error.Detail + ".")))
        : new Dictionary<string, string> { [""] = problem.Detail! };

    private static string? Text(StringValues field) => field.ToString().Trim() is { Length: > 0 } text ? text : null;
}
