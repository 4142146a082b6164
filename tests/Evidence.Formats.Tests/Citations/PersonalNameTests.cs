using Evidence.Formats.Citations;

namespace Evidence.Formats.Tests.Citations;

public sealed class PersonalNameTests
{
    [Theory]
    [InlineData("Zarate CA", "", "Zarate", "C. A.", "")]
    [InlineData("van Asselt ADI", "van", "Asselt", "A. D. I.", "")]
    [InlineData("aan het Rot M", "aan het", "Rot", "M.", "")]
    [InlineData("Van Nueten L", "", "Van Nueten", "L.", "")] // a Belgian particle is a part of the family name
    [InlineData("Al Jurdi RK", "", "Al Jurdi", "R. K.", "")]
    [InlineData("Araújo-de-Freitas L", "", "Araújo-de-Freitas", "L.", "")]
    [InlineData("Garcia y Vega M", "", "Garcia y Vega", "M.", "")]
    [InlineData("O'Keefe E", "", "O'Keefe", "E.", "")]
    [InlineData("Åkeson J", "", "Åkeson", "J.", "")]
    [InlineData("Martin J-L", "", "Martin", "J.-L.", "")]
    [InlineData("Martin J L", "", "Martin", "J. L.", "")]
    [InlineData("Drake RE Jr", "", "Drake", "R. E.", "Jr")]
    [InlineData("de la Torre A 3rd", "de la", "Torre", "A.", "3rd")]
    [InlineData("  Zarate   CA ", "", "Zarate", "C. A.", "")]
    public void A_name_as_PubMed_writes_it_falls_into_its_parts(string text, string particle, string family, string given, string suffix)
    {
        var name = PersonalName.Parse(text);

        Assert.Null(name.Literal);
        Assert.Equal((particle, family, given, suffix), (name.Particle ?? "", name.Family, name.Given, name.Suffix ?? ""));
    }

    [Theory]
    [InlineData("ELEKT-D Study Group")]
    [InlineData("ASPIRE Investigators")]
    [InlineData("Ketamine Trial Collaborators UK")] // its last word looks like initials
    [InlineData("WHO")]
    [InlineData("Carlos Zarate")]
    [InlineData("Zarate, Carlos A")]
    [InlineData("van")]
    public void A_group_and_whatever_has_no_initials_stays_whole(string text)
    {
        var name = PersonalName.Parse(text);

        Assert.Equal(text, name.Literal);
        Assert.Equal("", name.Family);
    }
}
