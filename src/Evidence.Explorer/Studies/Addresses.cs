using Evidence.Catalogue;

namespace Evidence.Explorer.Studies;

/// <summary>Where a number of a register or of a publication leads.</summary>
public static class Addresses
{
    /// <summary>Returns the address of the entry in its register, or null if the register has no address by number.</summary>
    public static string? Find(Registration registration) => registration.Registry switch
    {
        "clinicaltrials.gov" => $"https://clinicaltrials.gov/study/{Uri.EscapeDataString(registration.Id)}",
        "isrctn" => $"https://www.isrctn.com/{Uri.EscapeDataString(registration.Id)}",
        "prospero" when registration.Id.StartsWith("CRD", StringComparison.Ordinal) =>
            $"https://www.crd.york.ac.uk/prospero/display_record.php?RecordID={Uri.EscapeDataString(registration.Id[3..])}",
        _ => null,
    };

    /// <summary>Returns the addresses of a report, each with its name.</summary>
    public static IEnumerable<(string Name, string Address)> List(Report report)
    {
        if (report.Doi is { } doi)
            yield return ($"doi:{doi}", $"https://doi.org/{doi}");
        if (report.Pmid is { } pmid)
            yield return ($"PubMed {pmid}", $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/");
        if (report.Pmcid is { } pmcid)
            yield return ($"Full text {pmcid}", $"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/");
    }
}
