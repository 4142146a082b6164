using System.Globalization;
using System.Text;
using Evidence.Catalogue;

namespace Evidence.Formats.Problems;

/// <summary>Warns in a header, for formats that have no other place for it: <c>Evidence-Warning: retracted="doe-2011, roe-2014"</c>, a dictionary of RFC 9651.</summary>
public static class EvidenceWarning
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Evidence-Warning";

    /// <summary>Maximum number of studies that are named of each status; of the others it says how many. Proxies cut long headers.</summary>
    public const int MaxNamed = 20;

    /// <summary>Returns the header's value: the studies of each status, the worst first; empty if there are no warnings.</summary>
    public static string Write(IEnumerable<RetractionWarning> warnings)
    {
        var statuses = Vocabulary.Get("retraction-status").Terms.Select(term => term.Name).ToList();
        var groups = warnings.GroupBy(warning => warning.Status).OrderByDescending(group => statuses.IndexOf(group.Key));
        return string.Join(", ", groups.Select(group => Named(group.Key, [.. group.Select(warning => warning.Study).Distinct()])));
    }

    /// <summary>Writes the studies of a status; their identifiers are slugs and need no escaping.</summary>
    private static string Named(string status, IReadOnlyList<string> studies)
    {
        var member = new StringBuilder(status).Append("=\"").AppendJoin(", ", studies.Take(MaxNamed)).Append('"');
        if (studies.Count > MaxNamed)
            member.Append(CultureInfo.InvariantCulture, $";more={studies.Count - MaxNamed}");
        return member.ToString();
    }
}
