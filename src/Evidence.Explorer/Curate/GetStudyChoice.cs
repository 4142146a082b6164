using Evidence.Explorer.Layout;
using Evidence.Store.Selection;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>GET /curate/studies: leads to the form of the study that was chosen.</summary>
public static class GetStudyChoice
{
    private static readonly Parameter Study = new("id", ParameterKind.Text, "Identifier of the study.", "zarate-2006");

    /// <summary>Leads to the form, or without a choice to the start page.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms) =>
        forms.RespondToCuratorAsync(http, [Study], (_, values) => Task.FromResult(
            FormPages.RedirectTo(values.Text("id") is { } id ? $"/curate/studies/{Uri.EscapeDataString(id.Trim())}" : "/curate")));
}
