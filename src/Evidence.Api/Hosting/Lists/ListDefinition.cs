using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Selection;

namespace Evidence.Api.Hosting.Lists;

/// <summary>A list of the API: what its rows are, how they are sorted, and what they look like.</summary>
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
    /// <summary>What the description of its CSV takes.</summary>
    public IReadOnlyList<Parameter> DictionaryParameters => [.. Grain.Own.Select(filter => filter.Parameter), ReadRequest.RevisionParameter];

    /// <summary>SQL of the study's stored record, for the formats that are made from whole records; nothing where the list has none of them.</summary>
    public string? Record { get; init; }

    /// <summary>The columns of its CSV for a request; nothing after a problem was sent instead. They are the members of the row unless the list says otherwise.</summary>
    public Func<HttpContext, EvidenceDatabase, ReadRequest, Task<CsvTable?>> ColumnsAsync { get; init; } =
        (_, _, _) => Task.FromResult<CsvTable?>(new CsvTable(CsvColumn.Of(RowType)));

    /// <summary>The list of the records of a kind, as the documents that are stored.</summary>
    public static ListDefinition OfRecords(string path, Type recordType, string kind, params IReadOnlyList<Filter> own) => new(
        path,
        recordType,
        new Grain("record_version v", $"v.kind = '{kind}' and v.valid_from <= @revision and v.valid_until > @revision", [], []) { Own = own },
        Row: "v.document",
        Keys: [SortKey.OfText("id", "v.record_id")],
        DefaultSort: "id",
        Last: [SortKey.OfText("id", "v.record_id")]);

    /// <summary>Rows of a page where no limit is asked for.</summary>
    public const long DefaultLimit = 50;

    /// <summary>Most rows of a page.</summary>
    public const long MostRows = 1000;

    /// <summary>How many rows.</summary>
    public static readonly Parameter LimitParameter =
        new("limit", ParameterKind.WholeNumber, "Rows of a page.", "50")
        {
            Minimum = 1,
            Maximum = MostRows,
            Default = "50",
        };

    /// <summary>From where on.</summary>
    public static readonly Parameter CursorParameter =
        new("cursor", ParameterKind.Text, "Where the page begins: `nextCursor` of the page before, with the same filters and order.", "AcLq3nJ7nl5bIjEiXQ")
        {
            Longest = 8000, // It holds sort keys, and a label may be long.
        };

    /// <summary>Whether its rows are those of a revision; else they change without one, and the list takes no <c>revision</c>.</summary>
    public bool IsOfRevision { get; init; } = true;

    /// <summary>Every parameter that the list takes.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters ??=
    [
        .. Grain.Parameters, Sort.ParameterFor(RowType, Keys, DefaultSort), LimitParameter, CursorParameter,
        .. IsOfRevision ? [ReadRequest.RevisionParameter] : Array.Empty<Parameter>(),
    ];

    private IReadOnlyList<Parameter>? parameters;
}
