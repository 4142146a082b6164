using System.Diagnostics;
using Evidence.Api.Tests.Testing;
using Evidence.Store.Database;

namespace Evidence.Api.Tests.Database;

public sealed class PostgresPlacesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_server_programs_the_ways_out_are_named()
    {
        var refusal = await RefusedAsync(new PostgresLocations([]));

        Assert.Contains("postgres and initdb", refusal, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql", refusal, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Evidence", refusal, StringComparison.Ordinal);
        Assert.Contains("docker compose up", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_the_repository_is_named_as_well()
    {
        var refusal = await RefusedAsync(new PostgresLocations([], new PostgresDownload("http://127.0.0.1:1/maven2", folder.Path)));

        Assert.Contains("could not be fetched from http://127.0.0.1:1/maven2", refusal, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Evidence", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_too_old_is_named()
    {
        var old = Installation("old", "13.4");

        Assert.Contains("PostgreSQL 13, older than 15", await RefusedAsync(new PostgresLocations([old])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17, "13.4", "15.2", "17.6", "16.1")]
    [InlineData(16, "19devel", "18.0", "16.1")] // tried versions come before newer ones
    [InlineData(18, "19devel", "18.0", "14.9")]
    public async Task New_data_gets_the_newest_supported_version(int expected, params string[] versions)
    {
        foreach (var version in versions) Installation(version, version);

        var found = await FindAsync(null, Path.Combine(folder.Path, "*", "bin"));

        Assert.Equal(expected, found.Major);
    }

    [Fact]
    public async Task Data_gets_the_version_that_wrote_it()
    {
        Installation("new", "17.6");
        Installation("old", "15.2");

        Assert.Equal(15, (await FindAsync(15, Path.Combine(folder.Path, "*", "bin"))).Major);
    }

    [Fact]
    public async Task Data_of_a_version_that_is_gone_is_not_silently_replaced()
    {
        var newer = Installation("new", "17.6");
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "private-postgres", "15")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "PG_VERSION"), "15\n");

        var refusal = await RefusedAsync(new PostgresLocations([newer]));

        Assert.Contains("written by PostgreSQL 15", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_search_path_is_followed_to_its_siblings()
    {
        var installation = Installation("real", "17.6");
        var links = Directory.CreateDirectory(Path.Combine(folder.Path, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "postgres"), Path.Combine(installation, "postgres"));

        Assert.Equal([installation], new PostgresLocations([links]).WithServer());
    }

    [Fact]
    public void A_server_without_initdb_beside_it_is_passed_over()
    {
        var installation = Installation("half", "17.6");
        File.Delete(Path.Combine(installation, "initdb"));

        Assert.Empty(new PostgresLocations([installation]).WithServer());
    }

    /// <summary>What the search asks of an installation: two programs, one of which tells its version.</summary>
    private string Installation(string name, string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, name, "bin")).FullName;
        foreach (var program in (string[])["postgres", "initdb"])
        {
            // Written by another process: a program cannot run while this one, or a fork of it, has it open for writing.
            const string write = "printf '#!/bin/sh\\necho \"%s (PostgreSQL) %s\"\\n' \"$2\" \"$3\" > \"$1\"; chmod 755 \"$1\"";
            using var writer = Process.Start("sh", ["-c", write, "sh", Path.Combine(bin, program), program, version]);
            writer.WaitForExit();
        }

        return bin;
    }

    private static Task<PostgresBinaries> FindAsync(int? major, string place) =>
        PostgresBinaries.FindAsync(new PostgresLocations([place]), major, _ => { }, CancellationToken.None);

    private async Task<string> RefusedAsync(PostgresLocations places)
    {
        await using var postgres = new PrivatePostgres(folder.Path, places);
        return (await Assert.ThrowsAsync<StartupException>(() => postgres.StartAsync(_ => { }, CancellationToken.None))).Message;
    }
}
