using Evidence.Statistics.Tests.Reference;

namespace Evidence.Statistics.Tests;

public class DistributionsTests
{
    [Fact]
    public void Quantiles_and_tails_are_those_of_R()
    {
        foreach (var row in ReferenceTable.Read("distributions"))
        {
            var (level, df) = (row.Given("level"), row.Given("df"));
            // Relative, as quantiles of t go up to 636.
            Agreement.Near(1, Distributions.StudentCriticalValue(level, df) / row.Given("t"), 1e-11, row, "t");
            Agreement.Near(1, Distributions.ChiSquaredUpperQuantile(1 - level, df) / row.Given("chi"), 1e-11, row, "chi-squared");
            Agreement.Near(1, Distributions.NormalQuantile(1 - (1 - level) / 2) / row.Given("z"), 1e-11, row, "z");
            Agreement.Near(1, Distributions.StudentTwoSided(3.3, df) / row.Given("tp"), 1e-10, row, "p of t");
            Agreement.Near(1, Distributions.ChiSquaredUpper(12.5, df) / row.Given("chip"), 1e-10, row, "p of chi-squared");
            Agreement.Near(1, Distributions.FUpper(4.2, 3, df) / row.Given("fp"), 1e-10, row, "p of F");
        }
    }

    [Fact]
    public void A_p_value_far_in_the_tail_keeps_its_digits() =>
        // R: 2 * pnorm(-20)
        Assert.Equal(1, Distributions.NormalTwoSided(20) / 5.5072482372124674e-89, 1e-10);
}
