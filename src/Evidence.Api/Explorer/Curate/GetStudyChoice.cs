using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Explorer.Curate;

/// <summary>GET /curate/studies: leads to the form of the study that was chosen.</summary>
public static class GetStudyChoice
{
    private static readonly Parameter Study = new("id", ParameterKind.Text, "Identifier of the study.", "zarate-2006");

    /// <summary>Leads there; without a choice to the start page.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not null && await ReadRequest.ReadQueryAsync(http, database, [Study]) is { } values)
            FormAnswer.LeadTo(http, values.Text("id") is { } id ? $"/curate/studies/{Uri.EscapeDataString(id.Trim())}" : "/curate");
    }
}
