namespace Evidence.Statistics.Moderators;

/// <summary>Something about studies that may explain why their effects differ.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its value for each effect, in the order of the effects.</param>
public sealed record Moderator(string Name, IReadOnlyList<double> Values)
{
    /// <summary>
    /// A label as moderators of zeros and ones, one for each label but the first, which is what the others are compared with.
    /// </summary>
    public static IReadOnlyList<Moderator> FromLabels(string name, IReadOnlyList<string> labels) =>
    [
        .. labels.Distinct().Skip(1).Select(label =>
            new Moderator($"{name}: {label}", [.. labels.Select(each => each == label ? 1.0 : 0.0)])),
    ];
}
