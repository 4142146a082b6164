using Evidence.Api.Hosting.Store;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;
using Npgsql;

namespace Evidence.Api.Tests.Specification;

/// <summary>
/// The service over a catalogue of three revisions: the real records, then a third of them changed and some new, then another third.
/// What each revision holds is kept in memory, for the specification to answer from.
/// </summary>
public sealed class RevisedCatalogue : EvidenceService
{
    internal const int Newest = 3;

    internal static IReadOnlyList<Study> Real { get; } = ReadReal();

    private readonly Dictionary<long, IReadOnlyList<StudyAt>> states = [];

    /// <summary>The records as of a revision.</summary>
    internal IReadOnlyList<StudyAt> At(long revision) => states[revision];

    /// <summary>Questions about what the revisions hold.</summary>
    internal AskGenerator Generator => new([.. states[Newest].Select(study => study.Study)]);

    /// <summary>The changed records that each later revision writes.</summary>
    private static IReadOnlyList<Study>[] Changes { get; } = [.. Enumerable.Range(2, Newest - 1).Select(ChangesOf)];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var written = Real.Select(study => (Study: study, Revision: 1L))
            .Concat(Changes.SelectMany((changes, i) => changes.Select(study => (Study: study, Revision: i + 2L)))).ToList();
        var found = await SearchAsync([.. written.Select(version => version.Study)]);
        var versions = written.Zip(found, (version, foundBy) => new StudyAt(version.Study, version.Revision, foundBy)).ToList();
        for (var revision = 1; revision <= Newest; revision++)
        {
            states[revision] = [.. versions.Where(version => version.WrittenBy <= revision)
                .GroupBy(version => version.Study.Id).Select(history => history.MaxBy(version => version.WrittenBy)!)];
        }
    }

    protected override Task<string> CreateDatabaseAsync() => TestServer.CreateFromTemplateAsync("revised", async connectionString =>
    {
        await PrepareAsync(connectionString);
        foreach (var changes in Changes)
            await new TestDatabase(connectionString).WriteAsync([.. changes.Select(RecordWrite.Of)]);
    });

    private static IReadOnlyList<Study> ChangesOf(int revision)
    {
        var scramble = new Scramble(revision);
        var changed = Real.Where((_, i) => i % Newest == revision - 2).Select(scramble.Of);
        var added = Real.Where((_, i) => i % 20 == revision).Select(study => scramble.Of(study) with { Id = $"{study.Id}-r{revision}" });
        return [.. changed, .. added];
    }

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
