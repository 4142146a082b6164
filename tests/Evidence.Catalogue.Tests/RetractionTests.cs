namespace Evidence.Catalogue.Tests;

public sealed class RetractionTests
{
    private static readonly Report Report = RealRecords.Crossover.Reports[0];

    [Theory]
    [InlineData("", "")] // nobody checked the report
    [InlineData("none", "none")]
    [InlineData("none,", "")] // the other may be anything
    [InlineData("none,corrected", "corrected")]
    [InlineData(",corrected", "corrected")] // a correction shows, independent of the others
    [InlineData("retracted,expression-of-concern,corrected,none", "retracted")]
    [InlineData("corrected,expression-of-concern", "expression-of-concern")]
    public void The_status_of_a_study_is_the_worst_of_its_reports_and_none_only_where_all_were_checked(string reports, string study) =>
        Assert.Equal(study, RetractionStatus.FindWorst(StudyWith([.. reports.Split(',').Select(status => Report with { RetractionStatus = status == "" ? null : status })])) ?? "");

    [Fact]
    public void A_study_without_reports_has_no_status() => Assert.Null(RetractionStatus.FindWorst(StudyWith()));

    [Fact]
    public void The_primary_report_has_a_status_of_its_own()
    {
        var study = StudyWith(Report with { RetractionStatus = "corrected" }, Report with { Role = "secondary", RetractionStatus = "retracted" });

        Assert.Equal("corrected", RetractionStatus.FindPrimary(study));
        Assert.Null(RetractionStatus.FindPrimary(StudyWith(Report, Report with { Role = "secondary", RetractionStatus = "retracted" })));
    }

    [Fact]
    public void Retraction_and_concern_warn_with_the_reports_that_they_are_of_and_a_correction_does_not()
    {
        var checkedOn = new DateOnly(2026, 11, 23);
        var retracted = Report with { Role = "secondary", Title = "Two", RetractionStatus = "retracted", StatusCheckedOn = checkedOn };
        var warning = RetractionWarning.FromStudy(StudyWith(Report with { RetractionStatus = "expression-of-concern" }, retracted, Report with { RetractionStatus = "corrected" }));

        Assert.Equal(("zarate-2012", "retracted", false), (warning!.Study, warning.Status, warning.PrimaryIsRetracted));
        Assert.Equal(["primary expression-of-concern", "secondary retracted"], warning.Reports.Select(report => $"{report.Role} {report.Status}"));
        Assert.Equal(("Two", retracted.Doi, checkedOn), (warning.Reports[1].Title, warning.Reports[1].Doi, warning.Reports[1].CheckedOn));
        Assert.True(RetractionWarning.FromStudy(StudyWith(Report with { RetractionStatus = "retracted" }))!.PrimaryIsRetracted);
        Assert.Null(RetractionWarning.FromStudy(StudyWith(Report with { RetractionStatus = "corrected" }, Report)));
    }

    private static Study StudyWith(params IReadOnlyList<Report> reports) => RealRecords.Crossover with { Reports = reports };
}
