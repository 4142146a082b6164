using System.Xml.Linq;
using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;
using Evidence.Plots.Drawing;
using Evidence.Synthesis.Claims;

namespace Evidence.Plots.Claims;

/// <summary>A square for each piece of evidence on a claim, those for it first.</summary>
public static class EvidenceStrip
{
    private const double Side = 13;
    private const double Gap = 3;

    /// <summary>The directions in the order in which they are drawn, and how a sentence counts them.</summary>
    public static IReadOnlyList<(string Direction, string Words)> Directions { get; } =
        [
            (Terms.EvidenceDirection.Supports, "for"), (Terms.EvidenceDirection.Mixed, "mixed"), (Terms.EvidenceDirection.Inconclusive, "inconclusive"),
            (Terms.EvidenceDirection.Refutes, "against"),
        ];

    /// <summary>Returns the counts as a sentence reads them: <c>4 for, 1 mixed, 1 against</c>.</summary>
    public static string Sentence(IReadOnlyList<ClaimEvidence> evidence) => string.Join(", ", Directions
        .Select(direction => (Count: evidence.Count(piece => piece.Direction == direction.Direction), direction.Words))
        .Where(counted => counted.Count > 0)
        .Select(counted => $"{counted.Count} {counted.Words}"));

    /// <summary>Returns the counts of a claim as a sentence, with how many of the pieces rest on a report that is retracted or under an expression of concern.</summary>
    public static string Sentence(ClaimDetail claim)
    {
        var warned = claim.Evidence.Count(piece => claim.FindWarning(piece) is not null);
        return Sentence(claim.Evidence) + (warned == 0 ? "" : $"; {warned} with a report retracted or under concern");
    }

    /// <summary>Draws the strip of squares.</summary>
    public static XElement Draw(string claim, IReadOnlyList<ClaimEvidence> evidence)
    {
        var ordered = Directions.SelectMany(direction => evidence.Where(piece => piece.Direction == direction.Direction)).ToList();
        return Svg.Document(
            $"strip-{claim}",
            (Math.Max(ordered.Count, 1) * (Side + Gap), Side + 2),
            "Evidence for and against",
            Sentence(evidence),
            ordered.SelectMany((piece, at) => Mark(piece, (at * (Side + Gap)) + 1)));
    }

    /// <summary>Draws a square: for is full, against is empty with a cross, mixed is half full, inconclusive is empty.</summary>
    private static IEnumerable<XElement> Mark(ClaimEvidence piece, double left)
    {
        yield return Svg.Rectangle($"piece {piece.Direction}", left, 1, Side, Side);
        if (piece.Direction == Terms.EvidenceDirection.Mixed)
            yield return Svg.Polygon("piece supports", (left, 1), (left, 1 + Side), (left + Side, 1 + Side));
        if (piece.Direction == Terms.EvidenceDirection.Refutes)
        {
            yield return Svg.Line("cross", left + 3, 4, left + Side - 3, Side - 2);
            yield return Svg.Line("cross", left + 3, Side - 2, left + Side - 3, 4);
        }
    }
}
