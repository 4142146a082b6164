using Evidence.Api.Tests.Specification;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Integrity;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Commands;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_store_with_a_history_has_no_fault_and_is_left_as_it_is()
    {
        var database = await TestDatabase.LoadedAsync();
        var studies = (await TestDatabase.FilesAsync()).Select(file => file.Study).OfType<Catalogue.Study>().ToList();
        foreach (var seed in new[] { 1, 2, 3 })
            await database.WriteAsync([.. studies.Take(15).Select(study => RecordWrite.Create(new Scramble(seed).Of(study)))]);
        await database.WithdrawAsync("study", studies[0].Id);
        const string tables = "select table_schema, table_name from information_schema.tables";
        var before = await database.RowsAsync(tables);

        var ended = await EvidenceCommand.RunAsync(database, "verify");

        Assert.Equal("", ended.ExitCode == 0 ? "" : ended.Output + ended.Errors);
        Assert.Matches(@"^Revision 5: \d+ records, 1 withdrawn, in \d+ versions, \d+ filter tables; no error$", Assert.Single(ended.Lines));
        Assert.Equal(before, await database.RowsAsync(tables));
    }

    [Theory]
    [InlineData("update study set design = 'cohort' where study_id = 'zarate-2006'", "study version_id=", "the row is not what its document gives")]
    [InlineData("update effect set row = replace(row::text, '\"n1i\":', '\"n1i\": ')::json where ordinal = 0 and row::text like '%\"n1i\":%'", "effect version_id=", "the row is not what its document gives")]
    [InlineData("delete from outcome_arm where outcome_id = (select min(outcome_id) from outcome_arm)", "outcome_arm version_id=", "the row is missing")]
    [InlineData("delete from study where study_id = 'zarate-2006'", "study version_id=", "the row is missing")]
    [InlineData("insert into identifier select version_id, 'doi', '10.1/none' from study where study_id = 'zarate-2006'", "scheme=doi value=10.1/none", "no document gives this row")]
    [InlineData("alter table study drop constraint study_version_exists; update record_version set kind = 'claim' where record_id = 'zarate-2006'", "study version_id=", "no document gives this row")]
    [InlineData("update record_version set digest = sha256('') where record_id = 'zarate-2006'", "study zarate-2006 version 1", "the digest is not the SHA-256 of the document")]
    [InlineData("update record_version set document = replace(document::text, ',', ', ')::json where record_id = 'zarate-2006'", "study zarate-2006 version 1", "the digest is not the SHA-256 of the document")]
    [InlineData("update record_version set document = '{}' where record_id = 'zarate-2006'", "study zarate-2006 version 1", "the document cannot be read")]
    [InlineData("insert into revision values (5, now(), 'a', 'b')", "revision number=5", "the revision before it is 1")]
    [InlineData("update catalogue set newest_revision = 7", "catalogue newest_revision=7", "the newest revision that is stored is 1")]
    [InlineData("delete from change where record_id = 'zarate-2006' and ordinal = 0", "change revision=1 kind=study record_id=zarate-2006 ordinal=0", "the row is missing")]
    [InlineData("delete from catalogue", "catalogue rows=0", "the table has one row")]
    [InlineData("update record_version set version = 3 where record_id = 'zarate-2006'", "record_version study zarate-2006", "are numbered 3 to 3")]
    [InlineData("update record_version set valid_until = 9 where record_id = 'zarate-2006'", "study zarate-2006 version 1", "until revision 9, which does not exist")]
    [InlineData("alter table record_version drop constraint record_version_revision_exists; update record_version set valid_from = 8 where record_id = 'zarate-2006'", "study zarate-2006 version 1", "from revision 8, which does not exist")]
    [InlineData(
        "insert into record_version (kind, record_id, version, valid_from, valid_until, document, digest) select kind, record_id, 2, 1, 2, document, digest from record_version where record_id = 'onset-within-hours'",
        "claim onset-within-hours version 2", "it holds from revision 1, but the version before it until")]
    public async Task A_fault_is_named_with_table_and_key(string damage, string key, string message)
    {
        var database = await TestDatabase.LoadedAsync();
        await database.ExecuteAsync(damage);

        var ended = await EvidenceCommand.RunAsync(database, "verify");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Lines[..^1], line => line.Contains(key, StringComparison.Ordinal) && line.Contains(message, StringComparison.Ordinal));
        Assert.Contains("; errors: ", ended.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_all_counted_though_only_the_first_of_a_table_are_shown()
    {
        var database = await TestDatabase.LoadedAsync();
        var rows = await database.AskAsync<long>("select count(*) from effect");
        await database.ExecuteAsync("delete from effect");

        var ended = await EvidenceCommand.RunAsync(database, "verify");

        Assert.True(rows > 50);
        Assert.Equal(50, ended.Lines.Count(line => line.EndsWith(": the row is missing", StringComparison.Ordinal)));
        Assert.Contains($"effect: {rows - 50} more errors", ended.Lines);
        Assert.EndsWith($"; errors: {rows}", ended.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_that_follows_from_the_records_is_compared()
    {
        var database = await TestDatabase.LoadedAsync();

        var tables = await database.RowsAsync(
            "select table_name from information_schema.columns where table_schema = 'public' and column_name in ('version_id', 'record_id') and table_name not in ('record_version', 'catalogue_file')");

        Assert.Equal(tables.Select(table => table.Trim('(', ')')), IndexComparison.Tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_private_database_is_shared_with_a_running_service_and_started_where_none_runs()
    {
        await PrivateData.CopyAsync(folder);
        (string, string)[] settings = [("Evidence__DataFolder", folder.Path)];
        int server;
        using (var service = ServiceProcess.Start(settings))
        {
            using var client = await service.ReadyAsync();
            server = PrivateServer.ProcessId(folder.Path)!.Value;

            var beside = await EvidenceCommand.StartAsync(settings, "", "verify");

            Assert.Equal("", beside.ExitCode == 0 ? "" : beside.Output + beside.Errors);
            Assert.Contains($"process {service.Id}", beside.Errors, StringComparison.Ordinal);
            Assert.Equal("{\"status\":\"ok\",\"revision\":1}", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
            Assert.Equal(server, PrivateServer.ProcessId(folder.Path));
            await service.SignalAsync("TERM");
            Assert.Equal(0, await service.EndedAsync());
        }

        var alone = await EvidenceCommand.StartAsync(settings, "", "verify");

        Assert.Equal(0, alone.ExitCode);
        Assert.Contains("no error", alone.Output, StringComparison.Ordinal);
        Assert.Contains("Starting PostgreSQL", alone.Errors, StringComparison.Ordinal);
        Assert.Null(PrivateServer.ProcessId(folder.Path)); // an orderly shutdown clears its note
    }
}
