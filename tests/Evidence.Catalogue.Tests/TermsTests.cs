using System.Text;
using System.Text.RegularExpressions;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Tests;

/// <summary>Compares the constants and enums of the terms with the vocabularies that they are generated from.</summary>
public sealed partial class TermsTests
{
    private const string UpdateSetting = "EVIDENCE_UPDATE_TERMS";

    private const string HowToUpdate = $"{UpdateSetting}=1 dotnet test tests/Evidence.Catalogue.Tests --filter FullyQualifiedName~{nameof(TermsTests)}";

    private const string Folder = "src/Evidence.Catalogue/Vocabularies";

    private const string Head =
        """
        // Generated from db/catalogue/vocabularies; TermsTests compares the two and says how to generate it again.
        namespace Evidence.Catalogue.Vocabularies;


        """;

    /// <summary>The vocabularies whose terms the code branches on; every vocabulary has constants.</summary>
    private static readonly string[] Enums =
    [
        "benefit", "conclusion", "contrast-measure", "crossover-handling", "design", "effect-basis", "effect-measure", "interval-method", "judgement",
        "measurement-type", "metric", "moderator", "multi-arm", "network-node", "outcome-type", "pooling-model", "question-operation", "record-kind", "registry",
        "retracted-handling", "risk-of-bias-tool", "study-factor", "tau2-estimator", "write-outcome",
    ];

    [Fact]
    public void The_constants_are_those_of_the_vocabularies() => Compare("Terms.cs", WriteConstants());

    [Fact]
    public void The_enums_are_those_of_the_vocabularies() => Compare("TermEnums.cs", WriteEnums());

    [Fact]
    public void A_member_of_an_enum_stands_for_its_term()
    {
        Assert.Equal(Design.RandomizedCrossover, TermConverter.Parse<Design>("randomized-crossover"));
        Assert.Equal("clinicaltrials.gov", Registry.ClinicaltrialsGov.ToTerm());
        Assert.Equal(Metric.ChangeFromBaseline, TermConverter.Find<Metric>(Terms.Metric.ChangeFromBaseline));
        Assert.Null(TermConverter.Find<Design>("RandomizedCrossover"));
        Assert.Null(TermConverter.Find<Design>(null));
        Assert.Throws<ArgumentException>(() => TermConverter.Parse<Design>("crossover"));
    }

    private static void Compare(string file, string generated)
    {
        var path = Path.Combine(RealRecords.Root, Folder, file);
        if (Environment.GetEnvironmentVariable(UpdateSetting) == "1")
            File.WriteAllText(path, generated);
        var same = File.ReadAllText(path).ReplaceLineEndings("\n") == generated;
        Assert.True(same, $"{Folder}/{file} differs from db/catalogue/vocabularies. If the vocabularies are right, generate the file, and commit it with them:\n{HowToUpdate}");
    }

    private static string WriteConstants()
    {
        var classes = Vocabulary.All.Select(vocabulary =>
            $$"""
                /// <summary>Terms of the vocabulary <c>{{vocabulary.Name}}</c>.</summary>
                public static class {{vocabulary.SchemaName}}
                {
            {{Join(DistinctTerms(vocabulary).Select(term =>
                $"""
                        /// <summary>{Escape(term.Meaning)}</summary>
                        public const string {Identifier(term.Name)} = "{term.Name}";

                """))}}    }

            """);
        return
            $$"""
            {{Head}}/// <summary>The terms of every vocabulary as constants, so that a mistyped term does not compile.</summary>
            public static class Terms
            {
            {{Join(classes)}}}

            """;
    }

    private static string WriteEnums() => Head + Join(Enums.Select(name => Vocabulary.Get(name)).Select(vocabulary =>
        $$"""
        /// <summary>{{Escape(vocabulary.Description)}}</summary>
        public enum {{vocabulary.SchemaName}}
        {
        {{Join(DistinctTerms(vocabulary).Select(term =>
            $"""
                /// <summary>{Escape(term.Meaning)}</summary>
                [Term("{term.Name}")]
                {Identifier(term.Name)},

            """))}}}

        """));

    private static string Join(IEnumerable<string> parts) => string.Join('\n', parts);

    /// <summary>Returns the terms of a vocabulary; two tools may name a domain of bias alike, which is one constant.</summary>
    private static IEnumerable<Term> DistinctTerms(Vocabulary vocabulary) => vocabulary.Terms.DistinctBy(term => term.Name);

    /// <summary>Returns the name of a term in C#: <c>RandomizedCrossover</c> for <c>randomized-crossover</c>.</summary>
    private static string Identifier(string term) =>
        string.Concat(Word().Matches(term).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    private static string Escape(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();
}
