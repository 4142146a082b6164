namespace Evidence.Plots.Drawing;

/// <summary>
/// How plots look: one ink, one blue, greys. Each text has a contrast of at least 4.5 to 1 with its ground and each mark of 3 to 1, in the light
/// and in the dark; on paper all is black on white. Colours stand as they are, not as custom properties, which converters of SVG do not read.
/// The ground is painted, because the page around may be of the other theme.
/// </summary>
public static class PlotStyle
{
    /// <summary>Size of text where there is room, in pixels.</summary>
    public const double TextSize = 12;

    /// <summary>Size of text on a small screen.</summary>
    public const double SmallTextSize = 11;

    /// <summary>Size of titles, in pixels.</summary>
    public const double TitleSize = 15;

    /// <summary>Size of titles on a small screen.</summary>
    public const double SmallTitleSize = 13;

    /// <summary>The rules, for the style element.</summary>
    public const string Css = """

        .plot { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", Roboto, "DejaVu Sans Condensed", sans-serif; }
        .plot { font-size: 12px; font-variant-numeric: tabular-nums lining-nums; }
        .plot .narrow { font-size: 11px; }
        .plot text { fill: #1b1f24; }
        .plot .muted { fill: #57606a; }
        .plot .strong { font-weight: bold; }
        .plot .title { font-size: 15px; font-weight: bold; }
        .plot .narrow .title { font-size: 13px; }
        .plot .ground { fill: #ffffff; }
        .plot .axis, .plot .null, .plot .interval { stroke: #1b1f24; stroke-width: 1; fill: none; }
        .plot .interval { stroke-width: 1.2; }
        .plot .rule { stroke: #8c959f; stroke-width: .75; }
        .plot .pooled { stroke: #1d5a96; stroke-width: 1; stroke-dasharray: 4 3; fill: none; }
        .plot .limits { stroke: #1b1f24; stroke-width: 1; stroke-dasharray: 1.5 3; fill: none; }
        .plot .square { fill: #6493c1; }
        .plot .arrow { fill: #1b1f24; }
        .plot .diamond { fill: #1d5a96; stroke: #1d5a96; stroke-width: 1; }
        .plot .part .diamond { fill: #ffffff; }
        .plot .prediction { fill: #1d5a96; }
        .plot .ring { fill: none; stroke: #57606a; stroke-width: 1; }
        .plot .point { fill: #1d5a96; stroke: #ffffff; stroke-width: .75; }
        .plot .filled { fill: #ffffff; stroke: #1b1f24; stroke-width: 1.25; }
        .plot .edge { stroke: #818a95; stroke-linecap: round; }
        .plot .frame { fill: none; stroke: #8c959f; stroke-width: .75; }
        .plot .below-1 { fill: #e9edf2; }
        .plot .below-5 { fill: #d3dbe5; }
        .plot .below-10 { fill: #bac6d5; }
        .plot .swatch { stroke: #57606a; stroke-width: .75; }
        @media (prefers-color-scheme: dark) {
        .plot text { fill: #e6edf3; }
        .plot .muted { fill: #a3adb8; }
        .plot .ground { fill: #14181d; }
        .plot .axis, .plot .null, .plot .interval, .plot .limits, .plot .filled { stroke: #e6edf3; }
        .plot .rule, .plot .frame, .plot .edge { stroke: #6e7883; }
        .plot .pooled, .plot .diamond { stroke: #9cc8f5; }
        .plot .square { fill: #4a7fb5; }
        .plot .arrow { fill: #e6edf3; }
        .plot .diamond, .plot .prediction, .plot .point { fill: #9cc8f5; }
        .plot .part .diamond, .plot .filled { fill: #14181d; }
        .plot .ring, .plot .swatch { stroke: #a3adb8; }
        .plot .point { stroke: #14181d; }
        .plot .below-1 { fill: #1d242c; }
        .plot .below-5 { fill: #2a333e; }
        .plot .below-10 { fill: #3a4654; }
        }
        @media print {
        .plot text, .plot .muted, .plot .arrow, .plot .diamond, .plot .prediction, .plot .point { fill: #000000; }
        .plot .ground, .plot .part .diamond, .plot .filled { fill: #ffffff; }
        .plot .axis, .plot .null, .plot .interval, .plot .rule, .plot .pooled, .plot .limits, .plot .diamond { stroke: #000000; }
        .plot .ring, .plot .filled, .plot .frame, .plot .swatch { stroke: #000000; }
        .plot .edge { stroke: #6b6b6b; }
        .plot .point { stroke: #ffffff; }
        .plot .square { fill: #8c8c8c; }
        .plot .below-1 { fill: #f0f0f0; }
        .plot .below-5 { fill: #dedede; }
        .plot .below-10 { fill: #c8c8c8; }
        }

        """;
}
