namespace Evidence.Store.Records;

/// <summary>Formats the tag that names one version of one record, which the HTTP layer sends as its ETag.</summary>
public static class RecordTag
{
    /// <summary>Formats the tag of a version: which record, which version, which catalogue.</summary>
    public static string Format(string id, int version, Guid catalogue) => $"\"{id}.v{version}.{catalogue.ToString("N")[..8]}\"";
}
