namespace Evidence.Catalogue.Tests;

public class NearestTests
{
    [Theory]
    [InlineData("randomised-parallel", "randomized-parallel")]
    [InlineData("randomized_crossover", "randomized-crossover")]
    [InlineData("Single-Arm", "single-arm")] // capitals are no difference
    [InlineData("signle-arm", "single-arm")] // neighbours swapped are one step
    [InlineData("cohrot", "cohort")]
    [InlineData("ivv", "iv")]
    [InlineData("vi", "iv")]
    [InlineData("randomised", "randomized-parallel")] // a beginning is enough
    public void The_nearest_value_is_meant(string given, string meant) => Assert.Equal(meant, Nearest.Find(given, Allowed));

    [Theory]
    [InlineData("")]
    [InlineData("po")] // as near to "iv" as to anything of two letters
    [InlineData("av")] // another code
    [InlineData("blinded")]
    [InlineData("parallel")]
    public void No_value_is_meant_if_none_is_near(string given) => Assert.Null(Nearest.Find(given, Allowed));

    [Fact]
    public void Of_two_equally_near_values_the_earlier_is_taken() => Assert.Equal("bat", Nearest.Find("cat", ["bat", "hat"]));

    [Fact]
    public void A_huge_value_costs_no_time() => Assert.Null(Nearest.Find(new string('x', 10_000_000), Allowed));

    private static readonly string[] Allowed = ["randomized-parallel", "randomized-crossover", "single-arm", "cohort", "iv"];
}
