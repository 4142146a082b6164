namespace Evidence.Statistics;

/// <summary>Names a method and the work to cite for it.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Citation">The work that describes it.</param>
public sealed record Method(string Name, string Citation);
