using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Evidence.Catalogue;
using Evidence.Store.Database;

namespace Evidence.Api.Http;

/// <summary>The settings of the service: section <c>Evidence</c>, or the variables <c>Evidence__…</c> of the environment.</summary>
public sealed class EvidenceOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Evidence";

    private const double MaxPatienceSeconds = 86400;

    /// <summary>Folder in which the private database keeps its data; null for the usual one of the user.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder from which <c>studies/</c> and <c>claims.json</c> are read; null for the one that was built in.</summary>
    public string? CatalogueFolder { get; init; }

    /// <summary>How long to wait for a database that is not up yet, in seconds.</summary>
    [Range(0, MaxPatienceSeconds, MinimumIsExclusive = true, ErrorMessage = "a number of seconds, above 0 and up to 86400")]
    public double DatabasePatienceSeconds { get; init; } = 60;

    /// <summary>Maximum number of requests of one client in a minute; null for no limit.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "a whole number from 1 to 2147483647, or is left out")]
    public int? RequestsPerMinute { get; init; }

    /// <summary>Maximum number of streams of changes that are open at once.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "a whole number, or is left out for 500")]
    public int MaxStreams { get; init; } = 500;

    /// <summary>Maximum number of corrections that one client may report in an hour.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "a whole number from 1 to 2147483647, or is left out")]
    public int CorrectionsPerHour { get; init; } = 20;

    /// <summary>The issuer whose OpenID Connect tokens writes take beside the catalogue's own keys.</summary>
    public OidcOptions Oidc { get; init; } = new();

    /// <summary>How long to wait for a database that is not up yet.</summary>
    public TimeSpan GetDatabasePatience() => TimeSpan.FromSeconds(DatabasePatienceSeconds);

    /// <summary>Reads and validates the settings, for what is put together before the host is.</summary>
    /// <exception cref="StartupException">A setting is unknown or has a value that it does not take; the message is one sentence.</exception>
    public static EvidenceOptions Read(IConfiguration configuration)
    {
        var options = new EvidenceOptions();
        EvidenceSettings.Bind(options, configuration);
        return options;
    }
}

/// <summary>The settings of OpenID Connect.</summary>
public sealed class OidcOptions
{
    /// <summary>Address of the issuer; null to take keys of the catalogue alone.</summary>
    public string? Issuer { get; init; }

    /// <summary>The audience for which tokens have to be made.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that has the role.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Whether an issuer is named.</summary>
    public bool HasIssuer => !string.IsNullOrWhiteSpace(Issuer);
}

/// <summary>Registers the settings and checks how they are written, before they are bound: an unknown name or a text in place of a number is told in one sentence.</summary>
public static class EvidenceSettings
{
    /// <summary>Former names and what they are called now.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase) { ["MostStreams"] = nameof(EvidenceOptions.MaxStreams) };

    private static readonly IReadOnlyDictionary<string, PropertyInfo> Known =
        ListProperties(typeof(EvidenceOptions), "").ToDictionary(setting => setting.Name, setting => setting.Property, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of all settings as variables of the environment: <c>Evidence__DataFolder</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Select(FormatName)];

    /// <summary>Registers the settings; the start ends if they are not valid.</summary>
    public static void AddEvidenceOptions(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<EvidenceOptions>().Configure<IConfiguration>(Bind).ValidateOnStart();

    /// <summary>Sets the options from the settings; a setting that is blank is left out.</summary>
    /// <exception cref="StartupException">A setting is unknown or has a value that it does not take.</exception>
    internal static void Bind(EvidenceOptions options, IConfiguration configuration)
    {
        if (Check(configuration) is [var error, ..])
            throw new StartupException(error);
        var given = ListValues(configuration.GetSection(EvidenceOptions.Section), "").Where(setting => !string.IsNullOrWhiteSpace(setting.Value));
        new ConfigurationBuilder().AddInMemoryCollection(given.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build().Bind(options);
    }

    /// <summary>Checks the settings; returns one sentence for each that is unknown or has a value that it does not take.</summary>
    public static IReadOnlyList<string> Check(IConfiguration configuration)
    {
        var section = configuration.GetSection(EvidenceOptions.Section);
        var given = ListValues(section, "").ToList();
        return
        [
            .. given.Where(setting => !Known.ContainsKey(setting.Name)).Select(setting => ExplainUnknown(setting.Name)),
            .. from setting in given
               where Known.ContainsKey(setting.Name) && !string.IsNullOrWhiteSpace(setting.Value)
               let error = CheckValue(Known[setting.Name], setting.Value)
               where error is not null
               select $"{FormatName(setting.Name)} is '{setting.Value}'; it takes {error}.",
            .. CheckOidc(section.GetSection(nameof(EvidenceOptions.Oidc))),
        ];
    }

    private static string ExplainUnknown(string name)
    {
        if (Renamed.TryGetValue(name, out var renamed))
            return $"{FormatName(name)} is now called {FormatName(renamed)}; set that instead.";
        var nearest = Nearest.Find(FormatName(name), Names) is { } near ? $" (did you mean {near}?)" : "";
        return $"{FormatName(name)} is no setting of this service{nearest}; its settings are {string.Join(", ", Names)}.";
    }

    /// <summary>Returns what a setting takes if the value is not of its type or outside its range, else null.</summary>
    private static string? CheckValue(PropertyInfo property, string value)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range)
            return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? number = type == typeof(int)
            ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null
            : double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real) ? real : null;
        return number is not null && range.IsValid(number) ? null : range.ErrorMessage;
    }

    private static IEnumerable<string> CheckOidc(IConfiguration oidc)
    {
        if (oidc[nameof(OidcOptions.Issuer)] is not { } issuer || string.IsNullOrWhiteSpace(issuer))
            yield break;
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return $"Evidence__Oidc__Issuer is '{issuer}'; it takes the address of an issuer, such as https://login.example.org.";
        if (string.IsNullOrEmpty(oidc[nameof(OidcOptions.Audience)]))
            yield return "Evidence__Oidc__Issuer is set, and Evidence__Oidc__Audience is not: tokens for other services would be taken.";
    }

    /// <summary>Lists the settings below a type; those that hold others are listed by what they hold.</summary>
    private static IEnumerable<(string Name, PropertyInfo Property)> ListProperties(Type type, string prefix) =>
        type.GetProperties().Where(property => property.CanWrite).SelectMany(property => property.PropertyType == typeof(OidcOptions)
            ? ListProperties(property.PropertyType, $"{prefix}{property.Name}:")
            : [($"{prefix}{property.Name}", property)]);

    private static IEnumerable<(string Name, string? Value)> ListValues(IConfiguration section, string prefix) =>
        section.GetChildren().SelectMany(child => child.GetChildren().Any()
            ? ListValues(child, $"{prefix}{child.Key}:")
            : [($"{prefix}{child.Key}", child.Value)]);

    private static string FormatName(string name) => $"{EvidenceOptions.Section}__{name.Replace(":", "__", StringComparison.Ordinal)}";
}
