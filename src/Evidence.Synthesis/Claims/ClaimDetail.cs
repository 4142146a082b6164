using Evidence.Catalogue;
using Evidence.Synthesis.MetaAnalysis;

namespace Evidence.Synthesis.Claims;

/// <summary>A claim with the evidence that is cited for and against it, and what the catalogue's own numbers answer.</summary>
public sealed record ClaimDetail
{
    /// <summary>Identifier of the claim.</summary>
    /// <example>onset-within-hours</example>
    public required string Id { get; init; }

    /// <summary>The statement that is judged.</summary>
    /// <example>Ketamine begins to relieve depression within hours.</example>
    public required string Statement { get; init; }

    /// <summary>What the statement is about.</summary>
    /// <example>onset</example>
    [Vocabulary("claim-topic")]
    public required string Topic { get; init; }

    /// <summary>Section of the text that the statement comes from.</summary>
    /// <example>Potential Benefits</example>
    public string? SeedSection { get; init; }

    /// <summary>Evidence for and against.</summary>
    public required IReadOnlyList<ClaimEvidence> Evidence { get; init; }

    /// <summary>Answers computed from the catalogue; empty where no figures of its studies bear on the statement.</summary>
    public required IReadOnlyList<LiveAnswer> Answers { get; init; }

    /// <summary>Studies among its evidence with a report that is retracted or under an expression of concern; absent where there are none.</summary>
    public IReadOnlyList<RetractionWarning>? Warnings { get; init; }

    /// <summary>Returns the warnings of several claims, each study once.</summary>
    public static IEnumerable<RetractionWarning> GetWarnings(IEnumerable<ClaimDetail> claims) => claims.SelectMany(claim => claim.Warnings ?? []).DistinctBy(warning => warning.Study);

    /// <summary>Returns the warning of a piece of its evidence, or null if it has none.</summary>
    public RetractionWarning? FindWarning(ClaimEvidence piece) => Warnings?.FirstOrDefault(warning => warning.Study == piece.StudyId);
}

/// <summary>What the catalogue's numbers answer to one question about a claim.</summary>
public sealed record LiveAnswer
{
    /// <summary>Identifier of the question.</summary>
    /// <example>onset-response</example>
    public required string Question { get; init; }

    /// <summary>What is asked, in words.</summary>
    /// <example>Response a day after the first dose, by each study’s definition, against placebo, saline or midazolam</example>
    public required string Label { get; init; }

    /// <summary>The operation that answers it.</summary>
    /// <example>meta-analysis</example>
    [Vocabulary("question-operation")]
    public required string Operation { get; init; }

    /// <summary>Address of the whole answer at this revision, on this service.</summary>
    /// <example>/v1/meta-analysis?domain=response&amp;measure=rr&amp;atHours=24&amp;revision=1</example>
    public required string Address { get; init; }

    /// <summary>What the answer says; of a time course in its earliest window with a clear difference.</summary>
    /// <example>favours-first-arm</example>
    [Vocabulary("conclusion")]
    public required string Conclusion { get; init; }

    /// <summary>The answer in one sentence, with its figures.</summary>
    /// <example>Risk ratio 1.91 (95% CI 1.30 to 2.79; 9 studies of esketamine or ketamine, 967 people; I² 5%).</example>
    public required string Sentence { get; init; }

    /// <summary>Number of studies, of a time course in all windows together.</summary>
    /// <example>9</example>
    public required int Studies { get; init; }

    /// <summary>Measure of the effects.</summary>
    /// <example>rr</example>
    [Vocabulary("effect-measure")]
    public required string Measure { get; init; }

    /// <summary>Which sign of an effect speaks for the first arm.</summary>
    /// <example>positive</example>
    [Vocabulary("benefit")]
    public required string Benefit { get; init; }

    /// <summary>The pooled effect, of a meta-analysis.</summary>
    public PooledEstimate? Estimate { get; init; }

    /// <summary>How far the effects differ beyond chance, of a meta-analysis.</summary>
    public PoolHeterogeneity? Heterogeneity { get; init; }

    /// <summary>The windows that have studies, of a time course.</summary>
    public IReadOnlyList<LiveWindow>? Windows { get; init; }

    /// <summary>Notes on the answer: retracted reports among its studies and what became of them, and what differs between its effects.</summary>
    /// <example>["This pools comparisons with midazolam and placebo; filter by comparator to separate them."]</example>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A window of a time course, in short.</summary>
public sealed record LiveWindow
{
    /// <summary>Hours after the first dose above which it begins.</summary>
    /// <example>12</example>
    public required decimal FromHours { get; init; }

    /// <summary>Hours after the first dose up to which it lasts.</summary>
    /// <example>36</example>
    public required decimal ToHours { get; init; }

    /// <summary>Number of studies with an effect.</summary>
    /// <example>9</example>
    public required int Studies { get; init; }

    /// <summary>The pooled effect; of one study its own.</summary>
    public PooledEstimate? Estimate { get; init; }

    /// <summary>What its interval says.</summary>
    /// <example>favours-first-arm</example>
    [Vocabulary("conclusion")]
    public required string Conclusion { get; init; }
}
