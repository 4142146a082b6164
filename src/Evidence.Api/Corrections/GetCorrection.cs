using System.Text;
using System.Text.Json;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;
using Npgsql;

namespace Evidence.Api.Corrections;

/// <summary>GET /v1/corrections/{id}: what was reported, how it stands, and why.</summary>
public static class GetCorrection
{
    /// <summary>Answers the correction as it stands now.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, string id)
    {
        if (await AnswerOfNoRevision.BeginAsync(http, database, []) is null)
            return;
        if (await database.ReadAsync((connection, cancel) => CorrectionRow.FindAsync(connection, id, cancel), http.RequestAborted) is { } row)
            await AnswerOfNoRevision.SendAsync(http, Encoding.UTF8.GetBytes(row));
        else
            await Answer.ProblemAsync(http, Missing(id));
    }

    /// <summary>The problem where there is no such correction. No other is near it: identifiers are random.</summary>
    public static Problem Missing(string id) =>
        ProblemTypes.NotFound.With($"There is no correction '{QueryReader.Shown(id)}'; GET /v1/corrections lists them.");

    /// <summary>The answer to a POST that made or decided one.</summary>
    public static async Task<Made> MadeAsync(NpgsqlTransaction transaction, string id, CancellationToken cancel) =>
        new($"/v1/corrections/{id}", JsonElement.Parse((await CorrectionRow.FindAsync(transaction.Connection!, id, cancel))!));
}
