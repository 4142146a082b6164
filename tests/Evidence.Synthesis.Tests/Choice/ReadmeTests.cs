using System.Reflection;
using Evidence.Api.Tests.Testing;
using Evidence.Catalogue;

namespace Evidence.Synthesis.Tests.Choice;

public sealed class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Repository.At("src/Evidence.Synthesis/Choice/README.md"));

    [Fact]
    public void Every_worked_example_is_a_test_and_every_test_a_worked_example()
    {
        var examples = Text[Text.IndexOf("| example |", StringComparison.Ordinal)..].Split('\n').Skip(2)
            .Where(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim());
        var tests = new[] { typeof(OutcomeChoiceTests), typeof(ArmMergingTests), typeof(EffectChoiceTests) }
            .SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.Name.Replace('_', ' '));

        Assert.Equal(tests.Order(StringComparer.Ordinal), examples.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reason_of_a_choice_has_its_rule()
    {
        string[] ofNetworks = ["no-node", "not-connected"];

        Assert.All(
            Vocabulary.Get("decision-reason").Terms.Select(term => term.Name).Except(ofNetworks),
            reason => Assert.Contains($"`{reason}`", Text, StringComparison.Ordinal));
    }
}
