using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests.Rules;

public class CatalogueRulesTests
{
    private static readonly Study One = RealRecords.Parallel;
    private static readonly Study Other = RealRecords.Crossover;

    [Fact]
    public void Shared_participants_are_of_a_study_that_exists() => Assert.Equal(
        ["Error /studies/0/sharesParticipantsWith/0/study: 'zarate-2021' is no study of the catalogue; did you mean zarate-2012?"],
        Check([Sharing(One, "zarate-2021"), Other]));

    [Fact]
    public void Shared_participants_are_of_another_study() => RuleAssert.HasIssue(
        Sharing(One, One.Id), "/sharesParticipantsWith/0/study", "'ionescu-2021' is this study; expected another");

    [Fact]
    public void Shared_participants_are_named_once() => RuleAssert.HasIssue(
        Sharing(One, Other.Id, Other.Id),
        "/sharesParticipantsWith/1/study",
        "'zarate-2012' stands at /sharesParticipantsWith/0/study already; expected it once");

    [Fact]
    public void Sharing_that_one_study_alone_tells_of_is_a_question() => Assert.Equal(
        ["Warning /studies/1: 'ionescu-2021' says that it shares participants with 'zarate-2012'; expected it in sharesParticipantsWith here too"],
        Check([Sharing(One, Other.Id), Other]));

    [Fact]
    public void Sharing_that_both_studies_tell_of_is_none() => Assert.Empty(Check([Sharing(One, Other.Id), Sharing(Other, One.Id)]));

    [Fact]
    public void Evidence_is_of_a_study_that_exists() => Assert.Equal(
        ["Error /claims/0/evidence/1/studyId: 'zarate-2013' is no study of the catalogue; did you mean zarate-2012?"],
        Check([One, Other], [Weighing(Other.Id, "zarate-2013")]));

    [Fact]
    public void Evidence_from_outside_the_catalogue_names_no_study() => Assert.Empty(
        CatalogueRules.Check(RealRecords.Claim with { Evidence = [.. RealRecords.Claim.Evidence.Where(e => e.StudyId is null)] }, new HashSet<string>()));

    [Fact]
    public void An_identifier_is_of_one_record() => Assert.Equal(
        [
            "Error /studies/2/id: 'ionescu-2021' stands at /studies/0/id already; expected it once",
            "Error /claims/1/id: 'nmda-receptor-block' stands at /claims/0/id already; expected it once",
        ],
        Check([One, Other, One], [Weighing(One.Id), Weighing(Other.Id)]));

    [Fact]
    public void A_question_is_of_a_claim_that_exists_and_stands_once()
    {
        var question = RealRecords.Questions[0];
        var issues = CatalogueRules.Check([], [RealRecords.Claim with { Evidence = [] }], [question with { Claim = RealRecords.Claim.Id }, question with { Claim = "nmda" }]);

        Assert.Equal(
            [
                $"/questions/1/id: '{question.Id}' stands at /questions/0/id already; expected it once",
                "/questions/1/claim: 'nmda' is no claim of the catalogue; did you mean nmda-receptor-block?",
            ],
            issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void A_question_names_no_revision_and_an_operation_that_exists()
    {
        var question = RealRecords.Questions[0] with { Id = "Q 1", Operation = "meta", Query = "domain=response&revision=1" };

        Assert.Equal(["/operation", "/id", "/query"], QuestionRules.Check(question).Select(issue => issue.Pointer));
    }

    [Fact]
    public void One_primary_report_of_two_studies_is_a_question()
    {
        var twin = Other with { Reports = [Other.Reports[0] with { Doi = One.Reports[0].Doi }] };
        Assert.Equal(
            ["Warning /studies/1/reports/0/doi: '10.1093/ijnp/pyaa068' is the primary report of 'ionescu-2021' too; expected one study a report"],
            Check([One, twin]));
    }

    [Fact]
    public void A_secondary_report_may_be_of_several_studies()
    {
        var pooled = One.Reports[0] with { Role = "secondary", Doi = "10.1000/pooled", Pmid = null, Pmcid = null };
        Assert.Empty(Check([One with { Reports = [.. One.Reports, pooled] }, Other with { Reports = [.. Other.Reports, pooled] }]));
    }

    private static IEnumerable<string> Check(IReadOnlyList<Study> studies, params IReadOnlyList<Claim> claims) =>
        CatalogueRules.Check(studies, claims, []).Select(issue => $"{issue.Severity} {issue}");

    private static Study Sharing(Study study, params IEnumerable<string> others) => study with
    {
        SharesParticipantsWith = [.. others.Select(other => new SharedParticipants { Study = other, Certainty = "probable" })],
    };

    private static Claim Weighing(params IEnumerable<string> studies) => RealRecords.Claim with
    {
        Evidence = [.. studies.Select(study => RealRecords.Claim.Evidence[0] with { StudyId = study })],
    };
}
