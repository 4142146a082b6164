namespace Evidence.Catalogue.Tests;

public class JsonPointerTests
{
    [Theory]
    [InlineData("$", "")]
    [InlineData(null, "")]
    [InlineData("$.label", "/label")]
    [InlineData("$[3].id", "/3/id")]
    [InlineData("$.outcomes[0].results[12].sd", "/outcomes/0/results/12/sd")]
    [InlineData("$['a b']", "/a b")]
    [InlineData("$['a.b[0]']", "/a.b[0]")]
    [InlineData("$.arms[0]['a.b'].c", "/arms/0/a.b/c")]
    [InlineData("$['a/b~c']", "/a~1b~0c")] // RFC 6901, section 3: ~ and / are escaped
    [InlineData("$['it's']", "/it's")] // the serializer does not escape a quote in a name
    [InlineData("$['a'] [b']", "/a'] [b")]
    [InlineData("$['unclosed", "/unclosed")]
    [InlineData("$.", "/")] // a member whose name is empty
    public void A_path_of_the_serializer_becomes_a_pointer(string? path, string pointer) =>
        Assert.Equal(pointer, JsonPointer.FromJsonPath(path));

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "|")]
    [InlineData("/outcomes/0/sd", "|outcomes|0|sd")]
    [InlineData("/a~1b~0c/", "|a/b~c|")]
    [InlineData("/~01", "|~1")] // RFC 6901, section 4: ~1 is read before ~0
    [InlineData("outcomes", null)]
    [InlineData("/a~2", null)]
    [InlineData("/a~", null)]
    public void A_pointer_is_read_part_by_part(string pointer, string? parts) =>
        Assert.Equal(parts, JsonPointer.Split(pointer) is { } tokens ? string.Concat(tokens.Select(token => "|" + token)) : null);
}
