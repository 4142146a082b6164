using System.Text.RegularExpressions;
using Evidence.Catalogue.Vocabularies;

namespace Evidence.Catalogue.Rules;

/// <summary>Checks that numbers in trial registers have the form that the register gives them.</summary>
internal static class RegistrationRules
{
    /// <summary>Maps a register to the form of its numbers.</summary>
    private static readonly Dictionary<string, (Regex Form, string Example)> Registers = new()
    {
        [Terms.Registry.ClinicaltrialsGov] = CreateForm(@"NCT\d{8}", "NCT00088699"),
        // The later EU CT number has two digits more than the EudraCT number.
        [Terms.Registry.Euctr] = CreateForm(@"\d{4}-\d{6}-\d{2}(-\d{2})?", "2013-004005-11"),
        [Terms.Registry.Isrctn] = CreateForm(@"ISRCTN\d{5,9}", "ISRCTN14689382"),
        [Terms.Registry.Anzctr] = CreateForm(@"ACTRN\d{14}", "ACTRN12618001042235"),
        // Before 2018 the number was led by the kind of the study: ChiCTR-TRC-13003179.
        [Terms.Registry.Chictr] = CreateForm(@"ChiCTR(-[A-Za-z]{2,4}-)?\d{8,10}", "ChiCTR2000041232"),
        [Terms.Registry.Ctri] = CreateForm(@"CTRI/\d{4}/\d{2,3}/\d{6}", "CTRI/2019/03/018247"),
        [Terms.Registry.Umin] = CreateForm(@"UMIN\d{9}", "UMIN000016985"),
        [Terms.Registry.Prospero] = CreateForm(@"CRD\d{11,13}", "CRD42021290721"),
        [Terms.Registry.Other] = CreateForm(@".{1,100}", "NTR6161"),
    };

    public static IEnumerable<ValidationIssue> Check(Study study) =>
    [
        .. Rule.Issues(study.Registrations.Index().Select(item => CheckNumber($"/registrations/{item.Index}/id", item.Item))),
        .. Rule.NoRepeats(study.Registrations, registration => registration.Id, i => $"/registrations/{i}/id"),
    ];

    private static ValidationIssue? CheckNumber(string at, Registration registration) =>
        Registers.TryGetValue(registration.Registry, out var register) && !register.Form.IsMatch(registration.Id)
            ? ValidationIssue.Error(at, $"'{ValidationIssue.Quote(registration.Id)}' is no number of {registration.Registry}; expected the form of {register.Example}")
            : null;

    private static (Regex, string) CreateForm(string pattern, string example) =>
        (new Regex($@"^{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), example);
}
