using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Evidence.Catalogue.Differences;

namespace Evidence.Catalogue.Tests.Differences;

/// <summary>What holds of any two documents. The seed is fixed, so that a run is like the one before.</summary>
public class DifferencePropertyTests
{
    private const string Seed = "0000KetamineE";
    private const int Times = 3000;

    /// <summary>Few names and values, so that documents often share some; some of the lists have identities, one has none.</summary>
    private static readonly Gen<string> Name = AnyOf("id", "arm", "n", "arms", "results", "outcomes", "doi", "title", "reports", "x~/y");

    private static readonly Gen<JsonNode> Plain = Gen.OneOf(
        AnyOf("ket", "midazolam", "a", "").Select(text => (JsonNode)text),
        AnyOf("1", "1.0", "2.50", "-8.0", "1e2", "100").Select(number => JsonNode.Parse(number)!),
        Gen.Bool.Select(truth => (JsonNode)truth));

    private static readonly Gen<JsonNode> Document = Gen.Recursive<JsonNode>((depth, inner) => depth > 4 ? Plain : Gen.Frequency(
        (2, Plain),
        (3, Gen.Select(Name, inner).Array[0, 5].Select(CreateObject)),
        (3, inner.Array[0, 5].Select(items => (JsonNode)new JsonArray([.. items.Select(item => item.DeepClone())])))));

    [Fact]
    public void A_document_does_not_differ_from_itself() =>
        Document.Sample(document => Compare(document, document).Count == 0, seed: Seed, iter: Times);

    [Fact]
    public void Every_leaf_that_differs_is_in_exactly_one_difference() => Gen.Select(Document, Document).Sample(
        (old, @new) =>
        {
            // What was there, less what went, plus what came, is what is there now.
            var found = Compare(old, @new).Where(difference => difference.Kind != DifferenceKind.Reordered).ToList();
            var counts = new Dictionary<string, int>();
            Count(counts, Leaves(Element(old), ""), 1);
            Count(counts, Leaves(Element(@new), ""), -1);
            foreach (var difference in found)
            {
                Count(counts, difference.Old is { } before ? Leaves(before, Generic(difference)) : [], -1);
                Count(counts, difference.New is { } now ? Leaves(now, Generic(difference)) : [], 1);
            }

            return counts.Values.All(count => count == 0);
        },
        seed: Seed, iter: Times);

    [Fact]
    public void Every_pointer_leads_to_the_value_that_the_difference_shows() => Gen.Select(Document, Document).Sample(
        (old, @new) => Compare(old, @new).Where(difference => difference.Kind != DifferenceKind.Reordered).All(difference =>
            JsonElement.DeepEquals(At(Element(difference.New is null ? old : @new), difference.Pointer), (difference.New ?? difference.Old)!.Value)),
        seed: Seed, iter: Times);

    [Fact]
    public void Every_path_is_named_once() => Gen.Select(Document, Document).Sample(
        (old, @new) => Compare(old, @new).Select(difference => (difference.Kind, difference.Path)).Distinct().Count() == Compare(old, @new).Count,
        seed: Seed, iter: Times);

    [Fact]
    public void Another_order_of_the_items_of_keyed_lists_changes_no_field() => Gen.Select(Gen.Int[0, RealRecords.Studies.Count - 1], Gen.Int[0, int.MaxValue]).Sample(
        (study, seed) =>
        {
            var document = JsonNode.Parse(CatalogueJson.Write(RealRecords.Studies[study]))!;
            var shuffled = document.DeepClone();
            Shuffle(shuffled, new Random(seed));
            return Compare(document, shuffled).All(difference => difference.Kind == DifferenceKind.Reordered);
        },
        seed: Seed, iter: 100);

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void Shuffle(JsonNode node, Random random)
    {
        if (node is JsonArray items)
        {
            var shuffled = items.ToList();
            items.Clear();
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));
            foreach (var item in shuffled)
                items.Add(item);
        }

        foreach (var inner in node is JsonObject members ? members.Select(member => member.Value!) : node is JsonArray list ? list.Select(item => item!) : [])
            Shuffle(inner, random);
    }

    private static IReadOnlyList<Difference> Compare(JsonNode old, JsonNode @new) => DocumentDifferences.Compute(Element(old), Element(@new));

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private static JsonNode CreateObject((string Name, JsonNode Value)[] members) =>
        new JsonObject(members.DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value.DeepClone())));

    /// <summary>The pointer without the places of items: those move.</summary>
    private static string Generic(Difference difference) =>
        string.Concat(difference.Pointer.Split('/').Skip(1).Select(part => int.TryParse(part, out _) ? "/[]" : "/" + part));

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> leaves, int by)
    {
        foreach (var leaf in leaves)
            counts[leaf] = counts.GetValueOrDefault(leaf) + by;
    }

    private static IEnumerable<string> Leaves(JsonElement element, string at) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{at}/{JsonPointer.Escape(member.Name)}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Leaves(item, $"{at}/[]")),
        JsonValueKind.Number => [$"{at} {element.GetDecimal():G29}"],
        _ => [$"{at} {element.GetRawText()}"],
    };

    private static JsonElement At(JsonElement document, string pointer) => pointer.Split('/').Skip(1).Aggregate(document, (element, part) =>
        element.ValueKind == JsonValueKind.Array
            ? element[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]
            : element.GetProperty(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));
}
