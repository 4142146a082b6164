using Evidence.Api.Tests.Testing;

namespace Evidence.Api.Tests.Commands;

public sealed class ReleaseTests(EvidenceService service) : IClassFixture<EvidenceService>
{
    [Fact]
    public async Task A_release_is_made_once_and_is_read_by_its_name()
    {
        var database = new TestDatabase(service.ConnectionString);

        var made = await EvidenceCommand.RunAsync(database, "release", "create", "2026.11", "--notes", "The first");
        var again = await EvidenceCommand.RunAsync(database, "release", "create", "2026.11", "--notes", "The second");
        var unknown = await EvidenceCommand.RunAsync(database, "release", "create", "2026.12", "--notes", "Too early", "--revision", "99");
        var misnamed = await EvidenceCommand.RunAsync(database, "release", "create", "november", "--notes", "x");
        var listed = await EvidenceCommand.RunAsync(database, "release", "list");

        Assert.Equal([0, 1, 1, 1, 0], new[] { made, again, unknown, misnamed, listed }.Select(run => run.ExitCode));
        var checksum = Assert.Single(made.Lines);
        Assert.Equal([$"2026.11\t1\t{checksum}"], listed.Lines);
        Assert.Contains("names revision 1", again.Errors, StringComparison.Ordinal);
        Assert.Contains("expected YYYY.MM", misnamed.Errors, StringComparison.Ordinal);
        var release = await service.Client.JsonAsync("/v1/releases/2026.11");
        Assert.Equal((checksum, "command line"), (release.GetProperty("checksum").GetString(), release.GetProperty("createdBy").GetString()));
        Assert.Equal(await service.Client.TextAsync("/v1/studies?revision=1"), await service.Client.TextAsync("/v1/studies?release=2026.11"));
    }
}
