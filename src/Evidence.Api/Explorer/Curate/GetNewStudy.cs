using Evidence.Api.Explorer.Frame;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer.Curate;

/// <summary>GET /curate/studies/new: an empty record to be filled.</summary>
public static class GetNewStudy
{
    /// <summary>Every member that a record must have, without a word in it: what is left so is refused by the check, with what is allowed.</summary>
    private const string Empty = """
        {
          "id": "",
          "label": "",
          "title": "",
          "design": "",
          "masking": "",
          "status": "",
          "registrations": [],
          "countries": [],
          "setting": "not-reported",
          "funding": "not-reported",
          "population": {
            "conditions": [],
            "treatmentResistant": false,
            "failedTrialsScope": "not-reported",
            "suicidality": "not-reported",
            "baseline": []
          },
          "reports": [],
          "arms": [],
          "outcomes": [],
          "onset": [],
          "mechanisms": [],
          "summary": "",
          "sources": [],
          "extraction": {
            "method": "",
            "checked": false,
            "date": "2026-01-01"
          }
        }
        """;

    /// <summary>Answers the form.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database)
    {
        if (await FormAnswer.RequireCuratorAsync(http, database) is not { } curator || await ReadRequest.ReadQueryAsync(http, database, []) is null)
            return;
        var (newest, _) = await ReadRequest.StateAsync(database, http.RequestAborted);
        await FormAnswer.SendAsync<StudyEditPage, EditedStudy>(http, new EditedStudy(null, Empty, null, newest), curator);
    }
}
