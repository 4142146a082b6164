using System.Globalization;
using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Hosting.Selection;
using Evidence.Catalogue;

namespace Evidence.Api.Studies;

/// <summary>PUT /v1/studies/{id}: makes a study or replaces it, as one revision.</summary>
public static class PutStudy
{
    /// <summary>Largest body, in bytes; the largest record of the catalogue is a hundredth of it.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Tries the write without doing it.</summary>
    public static readonly Parameter DryRun =
        new("dryRun", ParameterKind.Flag, "Checks everything and tells what would be done, without writing; false where left out.", "true");

    /// <summary>Why it is written.</summary>
    public static readonly Parameter Reason =
        new("reason", ParameterKind.Text, "Why; the revision says so for ever.", "Standard deviations at 24 h corrected after Table 2");

    /// <summary>Every parameter that it takes.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Reason, DryRun];

    /// <summary>Writes the record where its version, its rules and the sender allow it.</summary>
    public static async Task Handle(HttpContext http, EvidenceDatabase database, TimeProvider clock, string id)
    {
        if (await ReadRequest.ReadQueryAsync(http, database, Parameters) is not { } values)
            return;
        var (precondition, fault) = Precondition.Read(http, mayCreate: true);
        if (precondition is null)
        {
            await Answer.ProblemAsync(http, fault!);
            return;
        }

        if (await RequestBody.ReadBytesAsync(http, MostBytes) is not { } bytes || await RequestBody.ReadAsync<Study>(http, bytes) is not { } study)
            return;
        var write = new StudyWrite(id, study, precondition, values.Flag("dryRun"), values.Text("reason"), Actor.Of(http), clock.GetUtcNow());
        var outcome = await write.RunAsync(database, http.RequestAborted);
        if (outcome.Written is { } written)
            await SendAsync(http, database, written);
        else
            await Answer.ProblemAsync(http, outcome.Problem);
    }

    private static async Task SendAsync(HttpContext http, EvidenceDatabase database, StudyWritten written)
    {
        var (_, catalogue) = await ReadRequest.StateAsync(database, http.RequestAborted);
        if (written is { Version: > 0, DryRun: false })
            http.Response.Headers.ETag = ReadRequest.RecordETag(written.Id, written.Version, catalogue);
        if (written.Revision is { } revision)
            http.Response.Headers[Answer.RevisionHeader] = revision.ToString(CultureInfo.InvariantCulture);
        if (written is { Outcome: "created", DryRun: false })
        {
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = $"/v1/studies/{written.Id}";
        }

        http.Response.Headers.CacheControl = "no-store";
        await Answer.JsonAsync(http, written);
    }
}
