using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Evidence.Store.Records;
using Npgsql;

namespace Evidence.Api.Tests.Specification;

/// <summary>
/// The service over a catalogue with a past: the real records, then a third of them changed and some new, then another third, then a random
/// sequence of writes and withdrawals. What each revision holds is kept in memory, for the specification to answer from.
/// </summary>
public sealed class RevisedCatalogue : EvidenceService
{
    internal const int Newest = 12;

    private const int LargeChanges = 2;

    internal static IReadOnlyList<Study> Real { get; } = ReadReal();

    private readonly Dictionary<long, IReadOnlyList<StudyAt>> states = [];

    /// <summary>The records as of a revision.</summary>
    internal IReadOnlyList<StudyAt> At(long revision) => states[revision];

    /// <summary>Questions about what the revisions hold.</summary>
    internal AskGenerator Generator => new([.. states[Newest].Select(study => study.Study)]);

    /// <summary>What each later revision does, from the second on.</summary>
    private static List<Step> Steps { get; } = MakeSteps();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var written = Real.Select(study => (Study: study, Revision: 1L))
            .Concat(Steps.SelectMany((step, i) => step.Written.Select(study => (Study: study, Revision: i + 2L)))).ToList();
        var found = await SearchAsync([.. written.Select(version => version.Study)]);
        var versions = written.Zip(found, (version, foundBy) => new StudyAt(version.Study, version.Revision, foundBy)).ToLookup(version => version.WrittenBy);
        var now = new Dictionary<string, StudyAt>();
        for (var revision = 1L; revision <= Newest; revision++)
        {
            foreach (var version in versions[revision])
                now[version.Study.Id] = version;
            if (revision > 1 && Steps[(int)revision - 2].Withdrawn is { } withdrawn)
                now.Remove(withdrawn);
            states[revision] = [.. now.Values];
        }
    }

    protected override Task<string> CreateDatabaseAsync() => TestServer.CreateFromTemplateAsync("revised", async connectionString =>
    {
        await PrepareAsync(connectionString);
        var database = new TestDatabase(connectionString);
        foreach (var step in Steps)
            await (step.Withdrawn is { } id ? database.WithdrawAsync("study", id) : database.WriteAsync([.. step.Written.Select(RecordWrite.Create)]));
    });

    private static IReadOnlyList<Study> ChangesOf(int revision)
    {
        var scramble = new Scramble(revision);
        var changed = Real.Where((_, i) => i % 3 == revision - 2).Select(scramble.Of);
        var added = Real.Where((_, i) => i % 20 == revision).Select(study => scramble.Of(study) with { Id = $"{study.Id}-r{revision}" });
        return [.. changed, .. added];
    }

    /// <summary>After the large changes, each revision writes a few studies, makes one that was withdrawn again, or withdraws one.</summary>
    private static List<Step> MakeSteps()
    {
        var steps = Enumerable.Range(2, LargeChanges).Select(revision => new Step(ChangesOf(revision), null)).ToList();
        var random = new Random(26);
        var withdrawn = new List<Study>();
        for (var revision = LargeChanges + 2; revision <= Newest; revision++)
        {
            var scramble = new Scramble(revision);
            var study = Real[random.Next(Real.Count)];
            switch (random.Next(3))
            {
                case 0 when withdrawn.Count > 0:
                    steps.Add(new Step([scramble.Of(withdrawn[0])], null));
                    withdrawn.RemoveAt(0);
                    break;
                case 1 when withdrawn.Count == 0 || random.Next(4) == 0:
                    steps.Add(new Step([.. Real.Where(other => random.Next(10) == 0 && !withdrawn.Contains(other)).Prepend(study).Distinct().Select(scramble.Of)], null));
                    withdrawn.Remove(study);
                    break;
                default:
                    study = Real.Except(withdrawn).ElementAt(random.Next(Real.Count - withdrawn.Count));
                    steps.Add(new Step([], study.Id));
                    withdrawn.Add(study);
                    break;
            }
        }

        return steps;
    }

    /// <summary>What one revision does.</summary>
    /// <param name="Written">The studies that it writes.</param>
    /// <param name="Withdrawn">The study that it withdraws.</param>
    private sealed record Step(IReadOnlyList<Study> Written, string? Withdrawn);

    private static IReadOnlyList<Study> ReadReal() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "catalogue", "studies"), "*.json")
            .Select(file => CatalogueJson.Read<Study>(File.ReadAllBytes(file)).Value!)];

    /// <summary>Which queries find which study. Stems are PostgreSQL's; the text they are looked for in is put together here.</summary>
    private async Task<IReadOnlyList<IReadOnlySet<string>>> SearchAsync(IReadOnlyList<Study> studies)
    {
        const string Find = """
            select t.number::integer - 1, q.query
            from unnest(@texts) with ordinality t(text, number)
            cross join lateral translate(t.text, 'áéíóúàèìòùäëïöüâêîôûñçãåÁÅ', 'aeiouaeiouaeiouaeiouncaaAA') plain
            cross join unnest(@queries) q(query)
            where to_tsvector('english', plain) @@ websearch_to_tsquery('english', q.query)
            """;
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(Find);
        command.Parameters.AddWithValue("texts", studies.Select(TextOf).ToArray());
        command.Parameters.AddWithValue("queries", AskGenerator.Queries);
        await using var reader = await command.ExecuteReaderAsync();
        var found = studies.Select(_ => new HashSet<string>()).ToList();
        while (await reader.ReadAsync())
            found[reader.GetInt32(0)].Add(reader.GetString(1));
        return found;
    }

    /// <summary>Titles, names, summary, authors, journals, arms and outcomes.</summary>
    private static string TextOf(Study study)
    {
        IEnumerable<string?> texts =
        [
            study.Title, study.Label, study.Acronym, study.Id, study.Summary,
            .. study.Registrations.Select(registration => registration.Id),
            .. study.Reports.SelectMany(report => report.Authors.Append(report.Title).Append(report.Journal)),
            .. study.Arms.SelectMany(arm => new[] { arm.Label, Label("intervention", arm.Intervention), arm.Concomitant }),
            .. study.Outcomes.SelectMany(outcome => new[]
            {
                outcome.Term, Label("domain", outcome.Domain), outcome.Instrument, outcome.Subgroup,
                outcome.Instrument is null ? null : Vocabulary.Get("instrument").Find(outcome.Instrument)?.FullName,
            }),
        ];
        return string.Join('\n', texts);
    }

    private static string? Label(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label;
}
