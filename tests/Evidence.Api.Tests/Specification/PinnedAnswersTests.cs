using Evidence.Api.Tests.OpenApi;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;

namespace Evidence.Api.Tests.Specification;

/// <summary>What was answered for a revision is answered for it ever after.</summary>
public sealed class PinnedAnswersTests(RevisedCatalogue service) : IClassFixture<RevisedCatalogue>
{
    private const int LaterRevisions = 100;

    /// <summary>Pools and plots beyond the examples of the contract.</summary>
    private static readonly string[] Pools =
    [
        "/v1/meta-analysis?domain=depression-severity&measure=smd&atHours=24&model=common",
        "/v1/meta-analysis?domain=response&measure=or&atHours=24&model=mantel-haenszel",
        "/v1/meta-analysis/forest.svg?domain=depression-severity&measure=smd&atHours=24&subgroup=comparator",
        "/v1/meta-analysis/funnel.svg?domain=depression-severity&measure=smd&layout=narrow",
        "/v1/meta-analysis.csv?domain=depression-severity&measure=smd&multiArm=split",
        "/v1/effects.csv?measure=smd&instrument=madrs",
        "/v1/facets?intervention=ketamine&excludeDesign=preclinical",
    ];

    private static readonly int[] Recorded = [1, 5, RevisedCatalogue.Newest];

    [Fact]
    public async Task Every_read_takes_a_revision_and_answers_the_same_bytes_after_a_hundred_later_revisions()
    {
        var reads = await ReadsAsync();
        Assert.True(reads.Count > 15, $"Only {reads.Count} reads were found.");
        var addresses = from read in reads
                        from revision in Recorded
                        select $"{read}{revision}";
        // What later revisions hold is scrambled, and not every pool of it has an answer.
        addresses = addresses.Concat(Pools.Select(pool => $"{pool}&revision=1"));
        var before = new Dictionary<string, string>();
        foreach (var address in addresses)
            before[address] = await AnswerAsync(address);

        await ChangeEverythingAsync();
        await ReviseAsync(LaterRevisions - 2);

        foreach (var (address, answer) in before)
            Assert.Equal((address, answer), (address, await AnswerAsync(address)));
        var newest = await service.Client.GetStringAsync(new Uri("/v1/studies", UriKind.Relative));
        Assert.DoesNotContain(newest, before.Values);
    }

    /// <summary>The address of every operation under /v1 that the contract lists with a revision, with the examples of what each needs, up to the number of the revision.</summary>
    private async Task<IReadOnlyList<string>> ReadsAsync()
    {
        var contract = await Contract.OfAsync(service, Contract.Addresses[0]);
        return
        [
            .. contract.Reads
                .Where(read => contract.ParametersOf(read.Operation).Any(parameter => parameter.GetProperty("name").GetString() == contract.RevisionOf(read.Operation)))
                .Select(read => $"{contract.ExampleQuery(read.Path, read.Operation)}{contract.RevisionOf(read.Operation)}="),
        ];
    }

    private async Task<string> AnswerAsync(string address)
    {
        using var response = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}\n{body}");
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        Assert.EndsWith(response.Headers.GetValues("Catalogue-Revision").Single(), address, StringComparison.Ordinal);
        return $"{response.Headers.ETag} {response.Content.Headers.ContentType} {body}";
    }

    /// <summary>So many revisions more, each a study written or withdrawn.</summary>
    private async Task ReviseAsync(int revisions)
    {
        var database = new TestDatabase(service.ConnectionString);
        var studies = service.At(RevisedCatalogue.Newest).Select(study => study.Study).ToList();
        for (var i = 0; i < revisions; i++)
        {
            var study = studies[i % studies.Count];
            // One in five is withdrawn, and written again when its turn comes.
            await (i % 5 == 4 ? database.WithdrawAsync("study", study.Id) : database.WriteAsync(RecordWrite.Create(new Scramble(i).Of(study))));
        }
    }

    /// <summary>Two revisions that touch every study, every claim and every vocabulary, and bring new ones.</summary>
    private async Task ChangeEverythingAsync()
    {
        var database = new TestDatabase(service.ConnectionString);
        var files = await TestDatabase.FilesAsync();
        for (var seed = 100; seed < 102; seed++)
        {
            var scramble = new Scramble(seed);
            var studies = service.At(RevisedCatalogue.Newest).Select(study => scramble.Of(study.Study)).ToList();
            var claims = files
                .Where(file => file.Kind == "claim")
                .Select(file => CatalogueJson.Read<Claim>(file.Document).Value! with { Statement = $"Changed {seed}" });
            var vocabularies = Vocabulary.All.Select(vocabulary => vocabulary with { Description = $"Changed {seed}" });
            await database.WriteAsync(
            [
                .. studies.Select(RecordWrite.Create),
                RecordWrite.Create(studies[0] with { Id = $"new-{seed}" }),
                .. claims.Select(RecordWrite.Create),
                .. vocabularies.Select(RecordWrite.Create),
            ]);
        }
    }
}
