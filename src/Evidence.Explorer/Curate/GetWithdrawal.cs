using Evidence.Catalogue;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Keys;
using Evidence.Store.Reads;
using Evidence.Store.Records;
using Evidence.Store.Studies;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Curate;

/// <summary>A withdrawal that is to be confirmed.</summary>
/// <param name="Id">Identifier of the study.</param>
/// <param name="Tag">ETag of the version that is withdrawn.</param>
/// <param name="Warnings">What to consider before.</param>
public sealed record WithdrawalModel(string Id, string Tag, IReadOnlyList<ErrorDetail> Warnings)
{
    /// <summary>The curator's reason for the revision.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with the reason.</summary>
    public string? ReasonError { get; init; }

    /// <summary>What is wrong with the confirmation.</summary>
    public string? ConfirmationError { get; init; }

    /// <summary>Reads what would be withdrawn; fails if the catalogue does not have the study now.</summary>
    public static async Task<Result<WithdrawalModel>> ReadAsync(EvidenceDatabase database, string id, CuratorSession curator, DateTimeOffset now, CancellationToken cancel)
    {
        var state = await StudyState.ReadAsync(database, id, cancel);
        if (state.Tag is not { } tag)
            return await RecordReader.ExplainMissingAsync(database, "study", id, state.Newest, $"/curate/studies/{id}", cancel);
        var tried = await new StudyWithdrawal(id, Precondition.FromTag(tag), DryRun: true, "", curator.Actor, now).RunAsync(database, cancel);
        return new WithdrawalModel(id, tag, tried.Value?.Warnings ?? []);
    }
}

/// <summary>GET /curate/studies/{id}/withdrawal: asks whether a study is to be withdrawn, and why.</summary>
public static class GetWithdrawal
{
    /// <summary>Responds with the form.</summary>
    public static Task<IResult> Handle(HttpContext http, FormPages forms, EvidenceDatabase database, TimeProvider clock, string id) =>
        forms.RespondToCuratorAsync(http, [], async (curator, _) =>
        {
            var model = await WithdrawalModel.ReadAsync(database, id, curator, clock.GetUtcNow(), http.RequestAborted);
            return model.IsSuccess ? await forms.RespondAsync<WithdrawalPage, WithdrawalModel>(http, model.Value, curator) : await forms.RespondErrorAsync(http, model.Error);
        });
}
