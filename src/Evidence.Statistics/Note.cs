namespace Evidence.Statistics;

/// <summary>Explains a property of a result that was computed.</summary>
public enum Note
{
    /// <summary>There is a single effect: the pooled effect is that effect, and heterogeneity is not defined.</summary>
    SingleEffect,

    /// <summary>The between-study variance could not be estimated from a single effect and was taken as zero.</summary>
    BetweenStudyVarianceAssumedZero,

    /// <summary>The estimate of the between-study variance is zero.</summary>
    BetweenStudyVarianceIsZero,

    /// <summary>
    /// There are fewer than three effects, so a prediction interval on k - 2 degrees of freedom is not defined.
    /// </summary>
    NoPredictionInterval,

    /// <summary>Fisher scoring did not converge; the likelihood was maximized by a search instead.</summary>
    FisherScoringReplacedBySearch,

    /// <summary>
    /// The likelihood has two maxima, and Fisher scoring stopped at the lower one; the result is the higher one.
    /// </summary>
    LocalMaximumLeft,

    /// <summary>
    /// Tables without an event in either arm, or with an event in everyone, carry no information and have no weight.
    /// </summary>
    TablesWithoutInformation,

    /// <summary>The p value of the rank correlation is approximate, because there are ties or many effects.</summary>
    ApproximatePValue,

    /// <summary>The effects scatter less than chance gives; the variance was not reduced because of it.</summary>
    VarianceKeptFromShrinking,
}
