namespace Evidence.Statistics;

/// <summary>Something to know about an answer that was given all the same.</summary>
public enum Remark
{
    /// <summary>There is a single effect: the pooled effect is that effect, and heterogeneity is not defined.</summary>
    SingleEffect,

    /// <summary>The between-study variance could not be estimated from a single effect and was taken as zero.</summary>
    BetweenStudyVarianceAssumedZero,

    /// <summary>The estimate of the between-study variance is zero.</summary>
    BetweenStudyVarianceIsZero,

    /// <summary>Fewer than three effects: a prediction interval on k - 2 degrees of freedom is not defined.</summary>
    NoPredictionInterval,

    /// <summary>Fisher scoring did not converge; the likelihood was maximized by a search instead.</summary>
    FisherScoringReplacedBySearch,

    /// <summary>
    /// The likelihood has two maxima, and Fisher scoring had stopped at the lower one; the higher one is given.
    /// </summary>
    LocalMaximumLeft,

    /// <summary>
    /// Tables without an event in either arm, or with an event in everyone, carry no information and have no weight.
    /// </summary>
    TablesWithoutInformation,

    /// <summary>Ties or many effects: the p value of the rank correlation is approximate, not exact.</summary>
    ApproximatePValue,

    /// <summary>The scatter of the effects was below what chance gives; the variance was not made smaller for it.</summary>
    VarianceKeptFromShrinking,
}
