using System.Xml.Linq;
using Evidence.Api.Claims;
using Evidence.Api.Hosting.Plots;
using Evidence.Catalogue;

namespace Evidence.Api.Explorer.ClaimRecord;

/// <summary>A square for each piece of evidence on a claim, those for it first.</summary>
public static class EvidenceStrip
{
    private const double Side = 13;
    private const double Gap = 3;

    /// <summary>The directions in the order in which they are drawn, and how a sentence counts them.</summary>
    public static IReadOnlyList<(string Direction, string Words)> Directions { get; } =
        [("supports", "for"), ("mixed", "mixed"), ("inconclusive", "inconclusive"), ("refutes", "against")];

    /// <summary>The counts as a sentence reads them: <c>4 for, 1 mixed, 1 against</c>.</summary>
    public static string Sentence(IReadOnlyList<ClaimEvidence> evidence) => string.Join(", ", Directions
        .Select(direction => (Count: evidence.Count(piece => piece.Direction == direction.Direction), direction.Words))
        .Where(counted => counted.Count > 0)
        .Select(counted => $"{counted.Count} {counted.Words}"));

    /// <summary>The same of a claim, with how many of the pieces rest on a report that is retracted or under an expression of concern.</summary>
    public static string Sentence(ClaimDetail claim)
    {
        var warned = claim.Evidence.Count(piece => claim.WarningOf(piece) is not null);
        return Sentence(claim.Evidence) + (warned == 0 ? "" : $"; {warned} with a report retracted or under concern");
    }

    /// <summary>The strip.</summary>
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

    /// <summary>For: full. Against: empty with a cross. Mixed: half full. Inconclusive: empty.</summary>
    private static IEnumerable<XElement> Mark(ClaimEvidence piece, double left)
    {
        yield return Svg.Rectangle($"piece {piece.Direction}", left, 1, Side, Side);
        if (piece.Direction == "mixed")
            yield return Svg.Polygon("piece supports", (left, 1), (left, 1 + Side), (left + Side, 1 + Side));
        if (piece.Direction == "refutes")
        {
            yield return Svg.Line("cross", left + 3, 4, left + Side - 3, Side - 2);
            yield return Svg.Line("cross", left + 3, Side - 2, left + Side - 3, 4);
        }
    }
}
