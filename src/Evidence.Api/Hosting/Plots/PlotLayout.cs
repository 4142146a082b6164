using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Hosting.Plots;

/// <summary>The layout that every plot takes.</summary>
public static class PlotLayout
{
    /// <summary>For which width a plot is laid out.</summary>
    public static readonly Parameter Parameter =
        Parameter.OfTerm("layout", "plot-layout", "For which width the plot is laid out; wide where left out.") with { Default = "wide", IsFilledIn = true };

    /// <summary>The layout that is asked for.</summary>
    public static string Of(ReadRequest request) => request.Values.Text(Parameter.Name)!;
}
