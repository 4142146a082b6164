using Evidence.Store.Selection;

namespace Evidence.Store.Lists;

/// <summary>Defines a list: which rows it has, how they are sorted, and what they contain.</summary>
/// <param name="Path">Path without ending; <c>.csv</c> and <c>.ndjson</c> stand beside it.</param>
/// <param name="RowType">The record that a row is.</param>
/// <param name="Grain">What one row is, and so what filters mean.</param>
/// <param name="Row">SQL of the stored row.</param>
/// <param name="Keys">What it can be sorted by.</param>
/// <param name="DefaultSort">Order where none is asked for.</param>
/// <param name="Last">Keys that make every order total.</param>
public sealed record ListDefinition(
    string Path, Type RowType, Grain Grain, string Row, IReadOnlyList<SortKey> Keys, string DefaultSort, IReadOnlyList<SortKey> Last)
{
    /// <summary>Gets the parameters that the description of its CSV takes.</summary>
    public IReadOnlyList<Parameter> DictionaryParameters => [.. Grain.Own.Select(filter => filter.Parameter), RevisionParameters.Revision];

    /// <summary>Gets the SQL of the study's stored record, for the formats that are made from whole records; null if the list has no such format.</summary>
    public string? Record { get; init; }

    /// <summary>Creates the list of the records of a kind, whose rows are the stored documents.</summary>
    public static ListDefinition FromRecords(string path, Type recordType, string kind, params IReadOnlyList<Filter> own) => new(
        path,
        recordType,
        new Grain("record_version v", $"v.kind = '{kind}' and v.valid_from <= @revision and v.valid_until > @revision", [], []) { Own = own },
        Row: "v.document",
        Keys: [SortKey.Text("id", "v.record_id")],
        DefaultSort: "id",
        Last: [SortKey.Text("id", "v.record_id")]);

    /// <summary>Specifies the number of rows of a page if the request has no limit.</summary>
    public const long DefaultLimit = 50;

    /// <summary>Specifies the maximum number of rows of a page.</summary>
    public const long MaxRows = 1000;

    /// <summary>Defines the parameter for the number of rows.</summary>
    public static readonly Parameter LimitParameter =
        new("limit", ParameterKind.WholeNumber, "Rows of a page.", "50")
        {
            Minimum = 1,
            Maximum = MaxRows,
            Default = "50",
        };

    /// <summary>Defines the parameter for the position in the list.</summary>
    public static readonly Parameter CursorParameter =
        new("cursor", ParameterKind.Text, "Where the page begins: `nextCursor` of the page before, with the same filters and order.", "AcLq3nJ7nl5bIjEiXQ")
        {
            MaxLength = 8000, // It holds sort keys, and a label may be long.
        };

    /// <summary>Gets whether its rows are those of a revision; else they change without one, and the list takes no <c>revision</c>.</summary>
    public bool IsOfRevision { get; init; } = true;

    /// <summary>Gets every query parameter of the list.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters ??=
    [
        .. Grain.Parameters, Sort.ParameterFor(RowType, Keys, DefaultSort), LimitParameter, CursorParameter,
        .. IsOfRevision ? [RevisionParameters.Revision] : Array.Empty<Parameter>(),
    ];

    private IReadOnlyList<Parameter>? parameters;
}
