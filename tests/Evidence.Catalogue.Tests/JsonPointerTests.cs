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
}
