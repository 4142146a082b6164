namespace Evidence.Catalogue.Rules;

/// <summary>What holds between records. A study or a claim is checked against what it names; a whole catalogue against itself.</summary>
public static class CatalogueRules
{
    /// <summary>
    /// Everything that the rules find between the records of one catalogue. Pointers are into the document
    /// <c>{"studies": […], "claims": […], "questions": […]}</c>, in the order given: <c>/studies/17/sharesParticipantsWith/0/study</c>.
    /// </summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<Study> studies, IReadOnlyList<Claim> claims, IReadOnlyList<ClaimQuestion> questions)
    {
        var weighed = claims.Select(claim => claim.Id).ToHashSet();
        var known = studies.Select(study => study.Id).ToHashSet();
        return
        [
            .. Rule.NoRepeats(studies, study => study.Id, i => $"/studies/{i}/id"),
            .. Rule.NoRepeats(claims, claim => claim.Id, i => $"/claims/{i}/id"),
            .. studies.Index().SelectMany(item => Below($"/studies/{item.Index}", Check(item.Item, known))),
            .. claims.Index().SelectMany(item => Below($"/claims/{item.Index}", Check(item.Item, known))),
            .. Rule.NoRepeats(questions, question => question.Id, i => $"/questions/{i}/id"),
            .. Rule.Findings(questions.Index().Select(item => AClaim($"/questions/{item.Index}/claim", item.Item.Claim, weighed))),
            .. OneSided(studies),
            .. SamePrimaryReport(studies, "doi", report => report.Doi),
            .. SamePrimaryReport(studies, "pmid", report => report.Pmid),
        ];
    }

    /// <summary>What a study names is in the catalogue.</summary>
    /// <param name="study">The study.</param>
    /// <param name="known">Identifiers of all studies, those too that arrive together with this one.</param>
    public static IReadOnlyList<Finding> Check(Study study, IReadOnlySet<string> known) =>
        [.. Rule.Findings((study.SharesParticipantsWith ?? []).Index().Select(item => AStudy($"/sharesParticipantsWith/{item.Index}/study", item.Item.Study, known)))];

    /// <summary>What a claim names is in the catalogue.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="known">Identifiers of all studies, those too that arrive together with this claim.</param>
    public static IReadOnlyList<Finding> Check(Claim claim, IReadOnlySet<string> known) =>
        [.. Rule.Findings(claim.Evidence.Index().Select(item => AStudy($"/evidence/{item.Index}/studyId", item.Item.StudyId, known)))];

    /// <summary>The list of studies is long and open, so the finding does not enclose it; it says the nearest only.</summary>
    private static Finding? AStudy(string at, string? id, IReadOnlySet<string> known) => id is null || known.Contains(id)
        ? null
        : Finding.NotAmong(at, id, "study of the catalogue", known) with { Allowed = null };

    private static Finding? AClaim(string at, string id, HashSet<string> known) =>
        known.Contains(id) ? null : Finding.NotAmong(at, id, "claim of the catalogue", known);

    /// <summary>A warning: sharing holds both ways whoever says it, yet a reader of the other study would not learn of it.</summary>
    private static IEnumerable<Finding> OneSided(IReadOnlyList<Study> studies)
    {
        var said = (from study in studies
                    from other in study.SharesParticipantsWith ?? []
                    select (By: study.Id, Of: other.Study)).ToHashSet();
        var unanswered = said.Where(pair => !said.Contains((pair.Of, pair.By))).ToLookup(pair => pair.Of, pair => pair.By);
        return from study in studies.Index()
               from partner in unanswered[study.Item.Id]
               select Finding.Warning(
                   $"/studies/{study.Index}",
                   $"'{partner}' says that it shares participants with '{study.Item.Id}'; expected it in sharesParticipantsWith here too");
    }

    /// <summary>A warning: one article may report two trials, but most often the same trial was entered twice.</summary>
    private static IEnumerable<Finding> SamePrimaryReport(IReadOnlyList<Study> studies, string member, Func<Report, string?> id) =>
        from entry in from study in studies.Index()
                      from report in study.Item.Reports.Index()
                      where report.Item.Role == "primary" && id(report.Item) is not null
                      select (Id: id(report.Item), Study: study.Item.Id, Pointer: $"/studies/{study.Index}/reports/{report.Index}/{member}")
        group entry by entry.Id into same
        let first = same.First()
        from later in same
        where later.Study != first.Study
        select Finding.Warning(later.Pointer, $"'{later.Id}' is the primary report of '{first.Study}' too; expected one study a report");

    private static IEnumerable<Finding> Below(string at, IEnumerable<Finding> findings) =>
        findings.Select(finding => finding with { Pointer = at + finding.Pointer });
}
