namespace Evidence.Store.Keys;

/// <summary>The terms of <c>key-role</c>, which are also the names of what an operation asks for.</summary>
public static class Roles
{
    /// <summary>Writes studies, decides corrections, names releases.</summary>
    public const string Curator = "curator";

    /// <summary>May do what a curator may, and handles keys.</summary>
    public const string Admin = "admin";
}
