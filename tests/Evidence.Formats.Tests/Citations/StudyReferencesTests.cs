using Evidence.Catalogue;
using Evidence.Catalogue.Tests;
using Evidence.Formats.Citations;

namespace Evidence.Formats.Tests.Citations;

public sealed class StudyReferencesTests
{
    private static readonly Report Report = RealRecords.Crossover.Reports[0];

    [Fact]
    public void The_primary_report_comes_first_and_keys_count_the_reports_of_a_role()
    {
        var references = CreateFrom(Report with { Role = "secondary" }, Report with { Role = "erratum" }, Report with { Role = "primary" }, Report with { Role = "secondary" });

        Assert.Equal(["zarate-2012", "zarate-2012.secondary", "zarate-2012.erratum", "zarate-2012.secondary-2"], references.Select(reference => reference.Key));
    }

    [Fact]
    public void A_registration_is_data_and_everything_else_an_article()
    {
        var roles = Vocabulary.Get("report-role").Terms.Select(term => term.Name).ToList();
        var references = CreateFrom([.. roles.Select(role => Report with { Role = role })]);

        Assert.Equal(["zarate-2012.registration"], references.Where(reference => reference.Kind == ReferenceKind.Dataset).Select(reference => reference.Key));
        Assert.Equal(roles.Count - 1, references.Count(reference => reference.Kind == ReferenceKind.Article));
    }

    [Fact]
    public void The_address_is_that_of_the_best_identifier_and_absent_where_there_is_none()
    {
        var bare = Report with { Doi = null, Pmid = null, Pmcid = null };
        var references = CreateFrom(
            bare with { Doi = "10.1002/(sici)1<1::aid>3.0.co;2-2", Pmid = "1" }, bare with { Pmid = "1", Pmcid = "PMC2" }, bare with { Pmcid = "PMC2" }, bare);

        Assert.Equal(
            ["https://doi.org/10.1002/%28sici%291%3C1%3A%3Aaid%3E3.0.co%3B2-2", "https://pubmed.ncbi.nlm.nih.gov/1/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/", null],
            references.Select(reference => reference.Url));
    }

    [Fact]
    public void An_entry_of_the_register_is_linked_only_where_there_is_no_doubt_which()
    {
        var registered = Report with { Role = "registration", Doi = null, Pmid = null, Pmcid = null };
        var number = new Registration { Registry = "clinicaltrials.gov", Id = "NCT00088699" };
        var study = RealRecords.Crossover with { Reports = [registered] };

        Assert.Equal("https://clinicaltrials.gov/study/NCT00088699", StudyReferences.Create(study with { Registrations = [number] })[0].Url);
        Assert.Null(StudyReferences.Create(study with { Registrations = [number, number with { Id = "NCT00000001" }] })[0].Url);
    }

    [Fact]
    public void The_note_says_what_the_catalogue_knows_of_the_report_and_that_it_was_not_checked()
    {
        var retracted = Report with { RetractionStatus = "retracted", StatusCheckedOn = new DateOnly(2026, 11, 23) };
        var study = RealRecords.Crossover with { Registrations = [new Registration { Registry = "clinicaltrials.gov", Id = "NCT00088699" }], Reports = [retracted, Report] };
        var notes = StudyReferences.Create(study).Select(reference => reference.Note);

        Assert.Equal(
            [
                "Evidence study zarate-2012; Primary report; Retraction status: retracted, checked on 2026-11-23; Registered as NCT00088699",
                "Evidence study zarate-2012; Primary report; Retraction status: not checked; Registered as NCT00088699",
            ],
            notes);
    }

    [Fact]
    public void A_study_without_a_report_is_not_dropped()
    {
        var study = RealRecords.Studies.Single(study => study.Reports.Count == 0);
        var reference = Assert.Single(StudyReferences.Create(study));

        Assert.Equal((study.Id, ReferenceKind.Document, study.Title), (reference.Key, reference.Kind, reference.Title));
        Assert.Contains("No report of it is known", reference.Note, StringComparison.Ordinal);
        Assert.Empty(reference.Issued);
    }

    [Fact]
    public void Keywords_are_design_conditions_and_interventions_each_once_and_without_commas()
    {
        var study = RealRecords.Crossover with { Design = "randomized-parallel" };

        Assert.Equal(["Randomized parallel groups", "Bipolar depression", "Ketamine", "Saline"], StudyReferences.Create(study)[0].Keywords);
    }

    private static IReadOnlyList<Reference> CreateFrom(params IReadOnlyList<Report> reports) => StudyReferences.Create(RealRecords.Crossover with { Reports = reports });
}
