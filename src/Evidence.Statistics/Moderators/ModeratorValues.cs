namespace Evidence.Statistics.Moderators;

/// <summary>Holds a property of studies that may explain why their effects differ.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its value for each effect, in the order of the effects.</param>
public sealed record ModeratorValues(string Name, IReadOnlyList<double> Values)
{
    /// <summary>
    /// Converts labels to moderators of zeros and ones, one for each label but the first, with which the others are compared.
    /// </summary>
    public static IReadOnlyList<ModeratorValues> FromLabels(string name, IReadOnlyList<string> labels) =>
    [
        .. labels.Distinct().Skip(1).Select(label =>
            new ModeratorValues($"{name}: {label}", [.. labels.Select(each => each == label ? 1.0 : 0.0)])),
    ];
}
