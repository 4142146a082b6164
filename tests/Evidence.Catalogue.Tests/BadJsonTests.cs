using System.Text;
using CsCheck;
using Evidence.Catalogue.Rules;

namespace Evidence.Catalogue.Tests;

public class BadJsonTests
{
    private static readonly string Good = Encoding.UTF8.GetString(CatalogueJson.Write(RealRecords.Parallel));

    /// <summary>What stands in the good document, what it is replaced by, and what is then said of it.</summary>
    public static TheoryData<string, string, string, string> Errors => new()
    {
        { "\"enrolled\":", "\"enroled\":", "/enroled", "'enroled' is no member here; did you mean enrolled?" },
        { "\"sd\":11.56", "\"std\":11.56", "/outcomes/0/results/0/std", "'std' is no member here; did you mean sd?" },
        { "\"enrolled\":", "\"Enrolled\":", "/Enrolled", "'Enrolled' is no member here; did you mean enrolled?" },
        { "\"id\":", "\"a.b/c'] [~\":1,\"id\":", "/a.b~1c'] [~0", "'a.b/c'] [~' is no member here" },
        { "\"id\":", "\"$type\":\"x\",\"id\":", "/$type", "'$type' is no member here" },
        { "\"enrolled\":", "\"enrolled\":1,\"enrolled\":", "/enrolled", "The member stands here more than once; expected it once" },
        { "\"sd\":11.56", "\"sd\":1,\"sd\":1", "/outcomes/0/results/0/sd", "The member stands here more than once; expected it once" },
        { "\"label\":\"Ionescu 2021\",", "", "", "Required members are missing: label" },
        { "\"role\":\"experimental\",\"intervention\":\"esketamine\",", "", "/arms/0", "Required members are missing: role, intervention" },
        { "\"label\":\"Ionescu 2021\"", "\"label\":null", "/label", "Found null; expected text" },
        { "\"treatmentResistant\":false", "\"treatmentResistant\":null", "/population/treatmentResistant", "Found null; expected true or false" },
        { "\"arms\":[", "\"arms\":[null,", "/arms/0", "Found null; a list has no empty places" },
        { "\"conditions\":[\"mdd\",", "\"conditions\":[\"mdd\",null,", "/population/conditions/1", "Found null; a list has no empty places" },
        { "\"enrolled\":230", "\"enrolled\":\"230\"", "/enrolled", "Found the text \"230\"; expected a whole number" },
        { "\"enrolled\":230", "\"enrolled\":230.5", "/enrolled", "Found 230.5; expected a whole number" },
        { "\"enrolled\":230", "\"enrolled\":99999999999", "/enrolled", "Found 99999999999; expected a whole number" },
        { "\"enrolled\":230", "\"enrolled\":true", "/enrolled", "Found true; expected a whole number" },
        { "\"sd\":11.56", "\"sd\":1e400", "/outcomes/0/results/0/sd", "Found 1e400; expected a number of up to 28 digits" },
        { "\"sd\":11.56", "\"sd\":1e-400", "/outcomes/0/results/0/sd", "Found 1e-400; expected a number of up to 28 digits" },
        { "\"sd\":11.56", "\"sd\":1.5e-28", "/outcomes/0/results/0/sd", "Found 1.5e-28; expected a number of up to 28 digits" },
        { "\"sd\":11.56", "\"sd\":0.12345678901234567890123456789", "/outcomes/0/results/0/sd", "Found 0.12345678901234567890123456789; expected a number of up to 28 digits" },
        { "\"sd\":11.56", "\"sd\":12345678901234567890123456789", "/outcomes/0/results/0/sd", "Found 12345678901234567890123456789; expected a number of up to 28 digits" },
        // A term is a text; the number of its place in a list is none.
        { "\"design\":\"randomized-parallel\"", "\"design\":0", "/design", "Found 0; expected text" },
        { "\"design\":\"randomized-parallel\"", "\"design\":{\"is\":1}", "/design", "Found an object; expected text" },
        { "\"design\":\"randomized-parallel\"", "\"design\":\"\\ud800\"", "/design", "The text is no valid Unicode; expected whole characters in UTF-8" },
        { "\"design\":", "\"\\ud800\":0,\"design\":", "", "The text is no valid Unicode; expected whole characters in UTF-8" },
        { "\"countries\":[]", "\"countries\":\"US\"", "/countries", "Found the text \"US\"; expected a list" },
        { "\"countries\":[]", "\"countries\":[[\"US\"]]", "/countries/0", "Found a list; expected text" },
        { "\"reports\":[{", "\"reports\":[[{", "/reports/0", "Found a list; expected an object" },
        { "\"date\":\"2026-11-23\"", "\"date\":\"23.11.2026\"", "/extraction/date", "Found the text \"23.11.2026\"; expected a date such as 2026-11-23" },
        { "\"treatmentResistant\":false", "\"treatmentResistant\":\"no\"", "/population/treatmentResistant", "Found the text \"no\"; expected true or false" },
        { "\"enrolled\":230", "\"enrolled\":NaN", "/enrolled", "No valid JSON in line 1: 'N' is an invalid start of a value" },
        { "\"enrolled\":230", "\"enrolled\":0230", "/enrolled", "No valid JSON in line 1: Invalid leading zero before '2'" },
    };

    public static TheoryData<string, string> Documents => new()
    {
        { "", "The document is empty; expected an object" },
        { " \n", "The document is empty; expected an object" },
        { "null", "Found null; expected an object" },
        { "[]", "Found a list; expected an object" },
        { "\"text\"", "Found the text \"text\"; expected an object" },
        { "5", "Found 5; expected an object" },
        { "\n\nstudy", "No valid JSON in line 3: 's' is an invalid start of a value" },
        { "{\"id\":\"a\",}", "No valid JSON in line 1: The JSON object contains a trailing comma at the end" },
        { "{\"id\":\"a\"", "No valid JSON in line 1: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_gives_one_issue_at_its_place(string good, string bad, string pointer, string message)
    {
        var at = Good.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{good} is not in the document");
        Assert.Equal($"{pointer}: {message}", ReadError(Good[..at] + bad + Good[(at + good.Length)..]).ToString());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_is_no_object_gives_one_issue(string document, string message) =>
        Assert.Equal(message, ReadError(document).Message);

    [Fact]
    public void An_unknown_member_is_refused_with_the_list_of_members()
    {
        var issue = ReadError(Good.Replace("\"versus\":", "\"against\":", StringComparison.Ordinal));
        Assert.Equal(["arm", "versus", "measure", "estimate", "ciLow", "ciHigh", "ciLevel", "p", "adjusted"], issue.Allowed);
    }

    [Fact]
    public void A_document_cut_off_anywhere_gives_one_issue()
    {
        for (var length = 0; length < Good.Length; length++)
            ReadError(Good[..length]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"arms\":")]
    [InlineData("{\"unknown\":")]
    public void Deep_nesting_gives_one_issue(string before) => ReadError(before + new string('[', 100_000));

    [Fact]
    public void Bytes_that_are_no_letters_give_one_issue()
    {
        var latin1 = Encoding.Latin1.GetBytes(Good.Replace("Ionescu 2021", "Ionescú 2021", StringComparison.Ordinal));
        Assert.Equal(
            ["/label: The text is no valid Unicode; expected whole characters in UTF-8"],
            CatalogueJson.Read<Study>(latin1).Error!.ToIssues().Select(issue => issue.ToString()));
    }

    [Fact]
    public void Changed_bytes_never_throw()
    {
        var good = Encoding.UTF8.GetBytes(Good);
        var change = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte);
        change.Array[1, 4].Sample(changes =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            var read = CatalogueJson.Read<Study>(bytes);
            Assert.Equal(read.Value is null, read.Error?.Details is { Count: > 0 });
            Assert.All(read.Value is null ? read.Error!.ToIssues() : StudyRules.Check(read.Value), issue => Assert.Matches("^(/|$)", issue.Pointer));
        }, iter: 5_000);
    }

    private static ValidationIssue ReadError(string document)
    {
        var read = CatalogueJson.Read<Study>(Encoding.UTF8.GetBytes(document));
        Assert.Null(read.Value);
        var issue = Assert.Single(read.Error!.ToIssues());
        Assert.DoesNotContain("System.", issue.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Evidence.", issue.Message, StringComparison.Ordinal);
        return issue;
    }
}
