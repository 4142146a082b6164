using System.Globalization;
using System.Text;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Http;

/// <summary>Warns in a header, for formats that have no other place: <c>Evidence-Warning: retracted="doe-2011, roe-2014"</c>, a dictionary of RFC 9651.</summary>
public static class EvidenceWarning
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Evidence-Warning";

    /// <summary>Most studies that are named of each status; of the others it says how many. Proxies cut long headers.</summary>
    public const int MostNamed = 20;

    /// <summary>Sets the header; nothing where there is nothing to warn of.</summary>
    public static void Send(HttpContext http, IEnumerable<RetractionWarning> warnings)
    {
        if (Of(warnings) is { Length: > 0 } warning)
            http.Response.Headers[Header] = warning;
    }

    /// <summary>The header's value: the studies of each status, the worst first.</summary>
    public static string Of(IEnumerable<RetractionWarning> warnings)
    {
        var statuses = Vocabulary.Get("retraction-status").Terms.Select(term => term.Name).ToList();
        var groups = warnings.GroupBy(warning => warning.Status).OrderByDescending(group => statuses.IndexOf(group.Key));
        return string.Join(", ", groups.Select(group => Named(group.Key, [.. group.Select(warning => warning.Study).Distinct()])));
    }

    /// <summary>Identifiers of studies are slugs, so that nothing in them needs to be escaped.</summary>
    private static string Named(string status, IReadOnlyList<string> studies)
    {
        var member = new StringBuilder(status).Append("=\"").AppendJoin(", ", studies.Take(MostNamed)).Append('"');
        if (studies.Count > MostNamed)
            member.Append(CultureInfo.InvariantCulture, $";more={studies.Count - MostNamed}");
        return member.ToString();
    }
}
