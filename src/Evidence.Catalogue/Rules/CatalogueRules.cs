using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks what must hold between records: a study or a claim against the records that it names, a whole catalogue against itself.</summary>
public static class CatalogueRules
{
    /// <summary>
    /// Returns every issue that the rules find between the records of one catalogue. Pointers are into the document
    /// <c>{"studies": […], "claims": […], "questions": […]}</c>, in the order given: <c>/studies/17/sharesParticipantsWith/0/study</c>.
    /// </summary>
    public static IReadOnlyList<ValidationIssue> Check(IReadOnlyList<Study> studies, IReadOnlyList<Claim> claims, IReadOnlyList<ClaimQuestion> questions)
    {
        var weighed = claims.Select(claim => claim.Id).ToHashSet();
        var known = studies.Select(study => study.Id).ToHashSet();
        return
        [
            .. Rule.NoRepeats(studies, study => study.Id, i => $"/studies/{i}/id"),
            .. Rule.NoRepeats(claims, claim => claim.Id, i => $"/claims/{i}/id"),
            .. studies.Index().SelectMany(item => MoveBelow($"/studies/{item.Index}", Check(item.Item, known))),
            .. claims.Index().SelectMany(item => MoveBelow($"/claims/{item.Index}", Check(item.Item, known))),
            .. Rule.NoRepeats(questions, question => question.Id, i => $"/questions/{i}/id"),
            .. Rule.Issues(questions.Index().Select(item => CheckClaim($"/questions/{item.Index}/claim", item.Item.Claim, weighed))),
            .. CheckSharing(studies),
            .. CheckPrimaryReports(studies, "doi", report => report.Doi),
            .. CheckPrimaryReports(studies, "pmid", report => report.Pmid),
        ];
    }

    /// <summary>Checks that the studies that a study names are in the catalogue.</summary>
    /// <param name="study">The study.</param>
    /// <param name="known">Identifiers of all studies, including those that arrive together with this one.</param>
    public static IReadOnlyList<ValidationIssue> Check(Study study, IReadOnlySet<string> known) =>
        [.. Rule.Issues((study.SharesParticipantsWith ?? []).Index().Select(item => CheckStudy($"/sharesParticipantsWith/{item.Index}/study", item.Item.Study, known)))];

    /// <summary>Checks that the studies that a claim names are in the catalogue.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="known">Identifiers of all studies, including those that arrive together with this claim.</param>
    public static IReadOnlyList<ValidationIssue> Check(Claim claim, IReadOnlySet<string> known) =>
        [.. Rule.Issues(claim.Evidence.Index().Select(item => CheckStudy($"/evidence/{item.Index}/studyId", item.Item.StudyId, known)))];

    /// <summary>Checks the identifier of a study. The list of studies is long and open, so the issue does not enclose it; it names the nearest only.</summary>
    private static ValidationIssue? CheckStudy(string at, string? id, IReadOnlySet<string> known) => id is null || known.Contains(id)
        ? null
        : ValidationIssue.NotAmong(at, id, "study of the catalogue", known) with { Allowed = null };

    private static ValidationIssue? CheckClaim(string at, string id, HashSet<string> known) =>
        known.Contains(id) ? null : ValidationIssue.NotAmong(at, id, "claim of the catalogue", known);

    /// <summary>Warns if one study alone says that it shares participants: sharing holds both ways, yet a reader of the other study would not learn of it.</summary>
    private static IEnumerable<ValidationIssue> CheckSharing(IReadOnlyList<Study> studies)
    {
        var said = (from study in studies
                    from other in study.SharesParticipantsWith ?? []
                    select (Study: study.Id, Partner: other.Study)).ToHashSet();
        var unanswered = said.Where(pair => !said.Contains((pair.Partner, pair.Study))).ToLookup(pair => pair.Partner, pair => pair.Study);
        return from study in studies.Index()
               from partner in unanswered[study.Item.Id]
               select ValidationIssue.Warning(
                   $"/studies/{study.Index}",
                   $"'{partner}' says that it shares participants with '{study.Item.Id}'; expected it in sharesParticipantsWith here too");
    }

    /// <summary>Warns if two studies have one primary report: one article may report two trials, but usually the same trial was entered twice.</summary>
    private static IEnumerable<ValidationIssue> CheckPrimaryReports(IReadOnlyList<Study> studies, string member, Func<Report, string?> id) =>
        from entry in from study in studies.Index()
                      from report in study.Item.Reports.Index()
                      where report.Item.Role == Terms.ReportRole.Primary && id(report.Item) is not null
                      select (Id: id(report.Item), Study: study.Item.Id, Pointer: $"/studies/{study.Index}/reports/{report.Index}/{member}")
        group entry by entry.Id into same
        let first = same.First()
        from later in same
        where later.Study != first.Study
        select ValidationIssue.Warning(later.Pointer, $"'{later.Id}' is the primary report of '{first.Study}' too; expected one study a report");

    private static IEnumerable<ValidationIssue> MoveBelow(string at, IEnumerable<ValidationIssue> issues) =>
        issues.Select(issue => issue with { Pointer = at + issue.Pointer });
}
