using Evidence.Catalogue;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Plots.MetaAnalysis;

/// <summary>Terms as people read them within a sentence.</summary>
public static class PlotTerms
{
    /// <summary>People after whom methods are called; they keep their capital.</summary>
    private static readonly string[] People =
        ["DerSimonian", "Hartung", "Hedges", "Hunter", "Mantel", "Paule", "Peto", "Sidik", "Student", "Wald"];

    /// <summary>Returns the label of a term for use within a sentence; the term itself if the vocabulary does not have it.</summary>
    public static string Label(string vocabulary, string term)
    {
        var label = Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;
        var isWord = label.Length > 1 && char.IsLower(label[1]) && !People.Any(name => label.StartsWith(name, StringComparison.Ordinal));
        return isWord ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    /// <summary>Returns the label of a term, as a title begins with it.</summary>
    public static string Title(string vocabulary, string term) => Vocabulary.Get(vocabulary).Find(term)?.Label ?? term;

    /// <summary>Returns the label of a treatment of a network: an intervention, or one with its route.</summary>
    public static string Node(string treatment) => treatment.Split(' ') switch
    {
        [var intervention, var route] => $"{Node(intervention)}, {Label("route", route)}",
        _ when treatment.Length <= 3 => treatment.ToUpperInvariant(), // ECT is better known than its name.
        _ => Label("intervention", treatment),
    };

    /// <summary>Returns the label of a group of studies by a term of <c>study-factor</c>.</summary>
    public static string Group(string factor, string group)
    {
        var vocabulary = TermConverter.Parse<StudyFactor>(factor) switch
        {
            StudyFactor.Comparator => "intervention",
            StudyFactor.RiskOfBias => "judgement",
            StudyFactor.Design or StudyFactor.Masking or StudyFactor.Intervention or StudyFactor.Route or StudyFactor.Instrument or StudyFactor.Metric
                or StudyFactor.TreatmentResistant or StudyFactor.PopulationSuicidality or StudyFactor.Setting or StudyFactor.Funding => factor,
        };
        var known = Vocabulary.All.FirstOrDefault(each => each.Name == vocabulary)?.Find(group)?.Label;
        return known ?? (char.ToUpperInvariant(group[0]) + group[1..].Replace('-', ' '));
    }
}
