using Evidence.Statistics.EffectSizes;
using Evidence.Statistics.Pooling;
using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests.Published;

/// <summary>
/// Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in the framework of the generalized linear mixed
/// model with applications in sparse data. Stat Med. 2010;29(29):3046-3067. Catheter infections; the normal-normal model.
/// </summary>
public class Stijnen2010Tests
{
    [Fact]
    public void Table_II_page_3050_proportions_of_single_arms()
    {
        var tables = ReferenceData.Tables("nielweise2007");
        var control = RandomEffects.Pool([.. tables.Select(t => LogitProportion.Of(t.SecondEvents, t.SecondPeople).Value!)]).Value!;
        Printed.As("-3.30", control.Estimate);
        Printed.As("0.24", control.StandardError);
        Printed.As("0.663", control.BetweenStudyVariance?.Value);
        Printed.As("0.023", LogitProportion.Proportion(control.Interval.Lower));

        var treated = RandomEffects.Pool([.. tables.Select(t => LogitProportion.Of(t.FirstEvents, t.FirstPeople).Value!)]).Value!;
        Printed.As("-4.26", treated.Estimate);
        Printed.As("0.26", treated.StandardError);
        Printed.As("0.393", treated.BetweenStudyVariance?.Value);
        Printed.As("0.014", LogitProportion.Proportion(treated.Estimate));
    }

    [Fact]
    public void Table_III_page_3052_odds_ratio_without_the_trials_that_had_no_events()
    {
        var rule = ZeroCellRule.Default with { DropTablesWithoutInformation = true };
        var effects = rule.Apply(ReferenceData.Tables("nielweise2007")).Select(table => table.Then(OddsRatio.OfAdjusted).Value).OfType<EffectSize>();
        var pooled = RandomEffects.Pool([.. effects]).Value!;
        Printed.As("-0.980", pooled.Estimate);
        // 0.244 in the paper.
        Printed.As("0.243", pooled.StandardError);
        Printed.As("0.38", Math.Exp(pooled.Estimate));
        Printed.As("0.23", pooled.RatioInterval.Lower);
    }
}
