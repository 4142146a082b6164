using System.Text.RegularExpressions;

namespace Evidence.Catalogue.Rules;

/// <summary>Numbers in trial registers have the form that the register gives them.</summary>
internal static class RegistrationRules
{
    /// <summary>Registers whose form is certain; of others any text is taken.</summary>
    private static readonly Dictionary<string, (Regex Form, string Example)> Registers = new()
    {
        ["clinicaltrials.gov"] = Form(@"NCT\d{8}", "NCT00088699"),
        // The later EU CT number has two digits more than the EudraCT number.
        ["euctr"] = Form(@"\d{4}-\d{6}-\d{2}(-\d{2})?", "2013-004005-11"),
        ["isrctn"] = Form(@"ISRCTN\d{5,9}", "ISRCTN14689382"),
        ["anzctr"] = Form(@"ACTRN\d{14}", "ACTRN12618001042235"),
        // Before 2018 the number was led by the kind of the study: ChiCTR-TRC-13003179.
        ["chictr"] = Form(@"ChiCTR(-[A-Za-z]{2,4}-)?\d{8,10}", "ChiCTR2000041232"),
        ["ctri"] = Form(@"CTRI/\d{4}/\d{2,3}/\d{6}", "CTRI/2019/03/018247"),
        ["umin"] = Form(@"UMIN\d{9}", "UMIN000016985"),
        ["prospero"] = Form(@"CRD\d{11,13}", "CRD42021290721"),
        ["other"] = Form(@".{1,100}", "NTR6161"),
    };

    public static IEnumerable<Finding> Check(Study study) =>
    [
        .. Rule.Findings(study.Registrations.Index().Select(item => Number($"/registrations/{item.Index}/id", item.Item))),
        .. Rule.NoRepeats(study.Registrations, registration => registration.Id, i => $"/registrations/{i}/id"),
    ];

    private static Finding? Number(string at, Registration registration) =>
        Registers.TryGetValue(registration.Registry, out var register) && !register.Form.IsMatch(registration.Id)
            ? Finding.Error(at, $"'{Finding.Shown(registration.Id)}' is no number of {registration.Registry}; expected the form of {register.Example}")
            : null;

    private static (Regex, string) Form(string pattern, string example) =>
        (new Regex($@"^{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), example);
}
