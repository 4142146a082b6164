namespace Evidence.Api.Hosting.Store;

/// <summary>Something in the store that cannot be so.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The row, by its key.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record StoreFault(string Table, string Key, string Message)
{
    /// <summary>Table, key and sentence.</summary>
    public override string ToString() => $"{Table} {Key}: {Message}";
}
