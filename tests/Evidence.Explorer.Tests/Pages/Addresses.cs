using Evidence.Explorer.Tests.Testing;

namespace Evidence.Explorer.Tests.Pages;

/// <summary>Every page, at least once: each with what makes it long, wide, empty or strange.</summary>
internal static class Addresses
{
    /// <summary>The pages.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "/",
        "/?revision=1",
        "/claims",
        "/claims/onset-within-hours",
        "/studies",
        "/studies?intervention=ketamine&comparator=midazolam&riskOfBias=low",
        "/studies?q=no-study-has-such-words",
        "/studies/murrough-2013",
        "/studies/lii-2023",
        "/studies/formula-2024",
        "/studies/long-2024",
        "/studies/zarate-2006?revision=1",
    ];

    /// <summary>The pages as a theory's rows.</summary>
    public static TheoryData<string> Rows => [.. All];

    /// <summary>Every page in every look.</summary>
    public static TheoryData<string, string> InEveryLook
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var address in All)
                foreach (var look in Device.LookNames)
                    rows.Add(address, look);
            return rows;
        }
    }
}
