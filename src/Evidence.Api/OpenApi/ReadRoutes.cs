using Evidence.Api.Http;
using Evidence.Formats;
using Evidence.Formats.Citations;
using Evidence.Store.Lists;
using Evidence.Store.Selection;

namespace Evidence.Api.OpenApi;

/// <summary>The paths of a list, one for each format.</summary>
/// <param name="Json">Path of the JSON, which negotiates the other formats too.</param>
/// <param name="Csv">Path of the CSV.</param>
/// <param name="CsvDictionary">Path of the description of its columns.</param>
/// <param name="Ndjson">Path of the NDJSON.</param>
public sealed record ListPaths(string Json, string Csv, string CsvDictionary, string Ndjson);

/// <summary>Maps reads: GET and HEAD, documented as one operation.</summary>
public static class ReadRoutes
{
    private const string EveryRow = "Every row is sent unless `limit` or `cursor` is given.";

    /// <summary>Limits a stream of rows, which has no default length: a client that sends defaults along would cut it short.</summary>
    private static readonly Parameter TextLimit =
        ListDefinition.LimitParameter with { Description = "Maximum number of rows of a page; every row if neither `limit` nor `cursor` is given.", Default = null };

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a read; its response and its parameters are described by <see cref="Returns{T}(RouteHandlerBuilder)"/> and <see cref="WithParameters"/>.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string operation, string path, string summary, Delegate handle) =>
        routes.MapMethods(path, Methods, handle)
            .WithName(operation)
            .WithTags(FindTag(path))
            .WithSummary(summary)
            .WithMetadata(new EndpointContract([RevisionParameters.Revision], Format.Json.MediaType, null));

    /// <summary>Sets the type of the successful response.</summary>
    public static RouteHandlerBuilder Returns<T>(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { ResponseType = typeof(T) });

    /// <summary>Sets the query parameters that the operation takes.</summary>
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder route, IReadOnlyList<Parameter> parameters) =>
        route.Change(contract => contract with { Parameters = parameters });

    /// <summary>Sets the format of a successful response that is text, and describes it.</summary>
    public static RouteHandlerBuilder ReturnsText(this RouteHandlerBuilder route, Format format, string description) =>
        route.Change(contract => contract with { MediaType = format.MediaType, ResponseDescription = description });

    /// <summary>States that a valid selection may be impossible to pool (422).</summary>
    public static RouteHandlerBuilder MayBeUnpoolable(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { MayBeUnpoolable = true });

    /// <summary>States that the response is a stream of events.</summary>
    public static RouteHandlerBuilder IsEventStream(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { IsEventStream = true });

    /// <summary>States that the operation reads data that changes without a revision of the catalogue.</summary>
    public static RouteHandlerBuilder IsUnversioned(this RouteHandlerBuilder route, IReadOnlyList<Parameter> parameters) =>
        route.Change(contract => contract with { IsUnversioned = true, Parameters = parameters });

    /// <summary>States that the operation responds even while the database is unavailable.</summary>
    public static RouteHandlerBuilder WithoutDatabase(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { NeedsDatabase = false });

    /// <summary>Maps a list with its other formats.</summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="operation">Operation id: <c>list</c> and a noun.</param>
    /// <param name="paths">The path of each format.</param>
    /// <param name="summary">What it lists, in a few words.</param>
    /// <param name="description">What a row is.</param>
    /// <param name="list">The list.</param>
    /// <param name="more">Formats beyond JSON, CSV and NDJSON that the JSON path negotiates.</param>
    public static void MapList(
        this IEndpointRouteBuilder routes, string operation, ListPaths paths, string summary, string description, ListEndpoint list, params IReadOnlyList<Format> more)
    {
        var definition = list.Definition;
        routes.MapRead(operation, paths.Json, summary, (HttpContext http, ListResponder lists) => lists.ListAsync(http, list, [Format.Json, Format.Csv, Format.Ndjson, .. more]))
            .WithDescription(description).WithParameters(definition.Parameters)
            .Change(contract => contract with { ResponseType = typeof(Page<>).MakeGenericType(definition.RowType) });
        routes.MapText(operation + "Csv", paths.Csv, list, Format.Csv, summary + " as CSV", description)
            .Change(contract => contract with { ResponseDescription = "Comma, point, UTF-8, LF and a header; an empty cell is a figure that was not reported." });
        routes.MapText(operation + "Ndjson", paths.Ndjson, list, Format.Ndjson, summary + " as NDJSON", description)
            .Change(contract => contract with { ResponseDescription = $"One JSON object a line, each a `{definition.RowType.Name}`." });
        routes.MapDictionary("get" + operation["list".Length..], paths.CsvDictionary, paths.Csv, (HttpContext http, ListResponder lists) => lists.CsvDescriptionAsync(http, list))
            .WithParameters(definition.DictionaryParameters);
    }

    /// <summary>Maps a computed CSV, whose columns are the members of a record, with its dictionary.</summary>
    public static RouteHandlerBuilder MapCsv<TRow>(this IEndpointRouteBuilder routes, string operation, string path, string dictionaryPath, string summary, Delegate handle)
    {
        routes.MapDictionary(operation, dictionaryPath, path, (HttpContext http, ListResponder lists) => lists.CsvDescriptionAsync(http, path[..^".csv".Length], typeof(TRow)));
        return routes.MapRead(operation + "Csv", path, summary, handle)
            .ReturnsText(Format.Csv, "Comma, point, UTF-8, LF and a header; an empty cell is a figure that does not exist.")
            .Change(contract => contract with { IsDescribed = true });
    }

    /// <summary>Maps the bibliography of a list whose rows are studies, in the format that the path ends with.</summary>
    public static void MapBibliography(this IEndpointRouteBuilder routes, string operation, string path, string summary, ListEndpoint list)
    {
        var format = Format.Bibliographies.Single(each => path == $"{list.Definition.Path}.{each.Name}");
        routes.MapText(operation, path, list, format, summary, "An entry for each report of the selected studies, the primary one first; `limit` counts studies.")
            .Change(contract => format.References == ReferenceFormat.CslJson
                ? contract with { ResponseType = typeof(IReadOnlyList<CslItem>), ResponseDescription = "The reports, each an item of CSL-JSON." }
                : contract with { ResponseDescription = $"{summary[(summary.LastIndexOf(' ') + 1)..]}, in UTF-8." });
    }

    private static RouteHandlerBuilder MapDictionary(this IEndpointRouteBuilder routes, string operation, string path, string csvPath, Delegate handle) =>
        routes.MapRead(operation + "CsvDictionary", path, "Get the description of the columns of the CSV", handle)
            .WithDescription($"Describes each column of `{csvPath}`, as W3C's CSV on the Web (CSVW) describes tables.")
            .Change(contract => contract with { MediaType = CsvDescription.MediaType, ResponseDescription = "A table description of CSVW." });

    private static RouteHandlerBuilder MapText(
        this IEndpointRouteBuilder routes, string operation, string path, ListEndpoint list, Format format, string summary, string description) =>
        routes.MapRead(operation, path, summary, (HttpContext http, ListResponder lists) => lists.ListAsync(http, list, format))
            .WithDescription($"{description} {EveryRow}")
            .WithParameters([.. list.Definition.Parameters.Select(parameter => parameter == ListDefinition.LimitParameter ? TextLimit : parameter)])
            .Change(contract => contract with { MediaType = format.MediaType });

    internal static RouteHandlerBuilder Change(this RouteHandlerBuilder route, Func<EndpointContract, EndpointContract> change)
    {
        route.Add(endpoint =>
        {
            var contract = endpoint.Metadata.OfType<EndpointContract>().Last();
            endpoint.Metadata.Add(change(contract));
        });
        return route;
    }

    /// <summary>Returns the first noun of the path, without its format.</summary>
    internal static string FindTag(string path)
    {
        var noun = path.Split('/', StringSplitOptions.RemoveEmptyEntries).First(segment => segment != "v1");
        return noun.Split('.')[0];
    }
}
