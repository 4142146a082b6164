using Evidence.Catalogue.Vocabularies;
using Evidence.Statistics;
using Evidence.Statistics.EffectSizes;
using Evidence.Synthesis.Effects;
using Evidence.Synthesis.Tests.Effects;

namespace Evidence.Synthesis.Tests.Choice;

/// <summary>
/// Rows of effects as tests write them: <c>Score("a")</c> is one of means, of the arms <c>ket</c> and <c>pla</c>; what a test does not say is
/// the same in all. Whatever a test changes of the figures is computed anew.
/// </summary>
internal static class SampleRows
{
    public static EffectRow Score(string study, string outcome = "madrs-24h") => Bare(study, outcome, HandMade.Scores(), "md")
        .WithMeans((30, -10, 8), (30, -6, 9));

    public static EffectRow Response(string study, string outcome = "response-24h") => Bare(study, outcome, HandMade.Responses(), "rr")
        .WithEvents((18, 30), (9, 30));

    public static EffectRow Between(this EffectRow row, string arm, string versus) => row with { Arm = arm, Versus = versus };

    public static EffectRow At(this EffectRow row, decimal hours) => row with { TimeHours = hours };

    public static EffectRow WithMeans(this EffectRow row, (int N, decimal Mean, decimal Sd) first, (int N, decimal Mean, decimal Sd) second) =>
        (row with { N1i = first.N, M1i = first.Mean, Sd1i = first.Sd, N2i = second.N, M2i = second.Mean, Sd2i = second.Sd }).In(row.Measure);

    public static EffectRow WithEvents(this EffectRow row, (int Events, int People) first, (int Events, int People) second) => (row with
    {
        N1i = first.People,
        N2i = second.People,
        Ai = first.Events,
        Bi = first.People - first.Events,
        Ci = second.Events,
        Di = second.People - second.Events,
    }).In(row.Measure);

    /// <summary>The row in another measure.</summary>
    public static EffectRow In(this EffectRow row, string measure)
    {
        var typed = TermConverter.Parse<EffectMeasure>(measure);
        var same = row with { Measure = measure, Basis = "arms" };
        if (row.Ai is null)
            return same.With(Measures.ComputeFromMeans(typed, new MeasuredArm(row.N1i!.Value, (double)row.M1i!, (double)row.Sd1i!), new MeasuredArm(row.N2i!.Value, (double)row.M2i!, (double)row.Sd2i!)));
        var table = new TwoByTwoTable(row.Ai.Value, row.Bi!.Value, row.Ci!.Value, row.Di!.Value);
        return (same with { Formula = Measures.ZeroCellNote(typed, table) }).With(Measures.ComputeFromTable(typed, table));
    }

    /// <summary>The row where the source gives a contrast alone.</summary>
    public static EffectRow OfContrast(this EffectRow row, string basis = "contrast") => row with
    {
        Basis = basis,
        M1i = null,
        Sd1i = null,
        M2i = null,
        Sd2i = null,
        Ai = null,
        Bi = null,
        Ci = null,
        Di = null,
    };

    /// <summary>The row where nothing can be computed.</summary>
    public static EffectRow WithoutEffect(this EffectRow row) => row.OfContrast() with { Basis = null, Yi = null, Vi = null, NotComputed = "Too little is reported" };

    private static EffectRow With(this EffectRow row, StatisticsResult<EffectSize> effect) => effect.IsSuccess
        ? row with { Yi = effect.Value.Estimate, Vi = effect.Value.Variance, NotComputed = null }
        : row with { Yi = null, Vi = null, Basis = null, NotComputed = effect.Error.Message };

    /// <summary>A row without figures, made by the program, so that a member that is new to rows has its value here too.</summary>
    private static EffectRow Bare(string study, string id, Catalogue.Outcome outcome, string measure)
    {
        var trial = HandMade.Study(
            [HandMade.Experimental("ket"), HandMade.Control("pla")],
            outcome with { Id = id, Contrasts = [HandMade.Contrast(measure, null)] });
        return EffectRows.Create(trial with { Id = study, Label = study, Enrolled = null }).Single(row => row.Measure == measure);
    }
}
