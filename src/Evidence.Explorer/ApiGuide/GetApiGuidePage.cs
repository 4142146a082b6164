using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Reads;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.ApiGuide;

/// <summary>An example that runs without a change.</summary>
/// <param name="Id">Identifier of its section.</param>
/// <param name="Language">Name of its language.</param>
/// <param name="What">What it does, and what it takes to run it.</param>
/// <param name="Code">The example.</param>
public sealed record ApiExample(string Id, string Language, string What, string Code);

/// <summary>GET /api: how programs ask, with examples that have this service's own address in them.</summary>
public static class GetApiGuidePage
{
    /// <summary>Responds with the page, which is not cached, because its examples have the address by which the reader reached the service.</summary>
    public static async Task<IResult> Handle(HttpContext http, Pages pages, EvidenceDatabase database)
    {
        var query = await ReadQuery.ParseValuesAsync(database, http.Request.QueryString.Value, [], http.RequestAborted);
        return query.IsSuccess
            ? await pages.RespondUncachedAsync<ApiGuidePage, IReadOnlyList<ApiExample>>(http, CreateExamples(ServiceAddress.Create(http.Request, "")))
            : await pages.RespondErrorAsync(http, query.Error);
    }

    /// <summary>Creates the examples for a service at an address.</summary>
    public static IReadOnlyList<ApiExample> CreateExamples(string service) =>
    [
        new("curl", "curl", "Which studies mention suicidal thoughts, and every effect on depression near 24 hours as a table.", $"""
            curl --fail --silent --show-error "{service}/v1/studies?q=suicidal&limit=3"
            curl --fail --silent --show-error "{service}/v1/effects.csv?domain=depression-severity&measure=smd&timeHoursMin=20&timeHoursMax=28"
            """),
        new("r", "R", "Effects straight into a data frame; with metafor, pooled there too. Needs R, and metafor for the last lines.", $"""
            effects <- read.csv("{service}/v1/effects.csv?domain=depression-severity&measure=smd&timeHoursMin=20&timeHoursMax=28")
            print(head(effects[c("study", "yi", "vi", "m1i", "sd1i", "n1i")]))
            if (requireNamespace("metafor", quietly = TRUE))
              print(metafor::rma(yi, vi, data = effects, subset = !is.na(yi), slab = label))
            """),
        new("python", "Python", "Every study, page by page. Needs Python 3 only.", $$"""
            import json
            import urllib.parse
            import urllib.request

            studies, cursor = [], None
            while True:
                query = {"intervention": "esketamine", "limit": 10} | ({"cursor": cursor} if cursor else {})
                with urllib.request.urlopen("{{service}}/v1/studies?" + urllib.parse.urlencode(query)) as answer:
                    page = json.load(answer)
                studies += page["data"]
                cursor = page["page"].get("nextCursor")
                if cursor is None:
                    break
            print(len(studies), "of", page["page"]["total"])
            """),
        new("csharp", "C#", "The pooled result with the revision that gave it. Needs .NET 10: save as pool.cs, then dotnet run pool.cs.", $$"""
            using System.Text.Json;

            using var client = new HttpClient();
            using var answer = await client.GetAsync("{{service}}/v1/meta-analysis?domain=depression-severity&measure=smd&atHours=24");
            answer.EnsureSuccessStatusCode();
            var pool = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
            var estimate = pool.GetProperty("estimate");
            Console.WriteLine($"{estimate.GetProperty("estimate")} [{estimate.GetProperty("ciLow")}, {estimate.GetProperty("ciHigh")}], "
                + $"revision {answer.Headers.GetValues("Catalogue-Revision").Single()}");
            """),
        new("typescript", "TypeScript", "What changed last. Runs in browsers, Deno and Bun, and as pool.mjs in Node.", $$"""
            const answer = await fetch("{{service}}/v1/revisions?limit=3");
            if (!answer.ok) throw new Error(await answer.text());
            const { data } = await answer.json();
            for (const revision of data) console.log(revision.number, revision.actor, revision.reason);
            """),
    ];
}
