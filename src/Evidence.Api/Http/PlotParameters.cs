using Evidence.Store.Selection;

namespace Evidence.Api.Http;

/// <summary>The parameters that every plot takes.</summary>
public static class PlotParameters
{
    /// <summary>For which width a plot is laid out.</summary>
    public static readonly Parameter Layout =
        Parameter.Term("layout", "plot-layout", "For which width the plot is laid out; wide by default.") with { Default = "wide", IsFilledIn = true };
}
