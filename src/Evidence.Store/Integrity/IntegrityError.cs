
namespace Evidence.Store.Integrity;

/// <summary>Represents an inconsistency in the store.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The row, by its key.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record IntegrityError(string Table, string Key, string Message)
{
    /// <summary>Returns table, key and message.</summary>
    public override string ToString() => $"{Table} {Key}: {Message}";
}
