using Evidence.Api.Hosting.Database;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Lists;
using Evidence.Api.Hosting.Selection;
using Evidence.Formats.Citations;

namespace Evidence.Api.Hosting.OpenApi;

/// <summary>Maps reads: GET and HEAD, documented as one operation.</summary>
public static class ReadRoutes
{
    private const string EveryRow = "Every row is sent unless `limit` or `cursor` is given.";

    /// <summary>A stream of rows has no default length; a client that sends defaults along would cut it short.</summary>
    private static readonly Parameter LimitOfText =
        ListDefinition.LimitParameter with { Description = "Rows of a page; every row where both `limit` and `cursor` are left out.", Default = null };

    private static readonly Dictionary<string, (string Name, string Title)> BibliographyNames = new()
    {
        [ReferenceFormat.Ris.Name] = ("Ris", "RIS"),
        [ReferenceFormat.Bibtex.Name] = ("Bibtex", "BibTeX"),
        [ReferenceFormat.CslJson.Name] = ("CslJson", "CSL-JSON"),
    };

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a read; what it answers and takes is said by <see cref="Answers{T}"/> and <see cref="Takes"/>.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string operation, string path, string summary, Delegate handle) =>
        routes.MapMethods(path, Methods, handle)
            .WithName(operation)
            .WithTags(TagOf(path))
            .WithSummary(summary)
            .WithMetadata(new EndpointContract([ReadRequest.RevisionParameter], Format.Json.MediaType, null));

    /// <summary>Says what the 200 answer is.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { Body = typeof(T) });

    /// <summary>Says which query parameters are taken.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, IReadOnlyList<Parameter> parameters) =>
        route.Change(contract => contract with { Parameters = parameters });

    /// <summary>Says that the 200 answer is text of a format, and what it is.</summary>
    public static RouteHandlerBuilder AnswersText(this RouteHandlerBuilder route, Format format, string description) =>
        route.Change(contract => contract with { MediaType = format.MediaType, BodyDescription = description });

    /// <summary>Says that a valid question may have no answer (422).</summary>
    public static RouteHandlerBuilder MayHaveNoAnswer(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { MayHaveNoAnswer = true });

    /// <summary>Says that the answer is a stream of events.</summary>
    public static RouteHandlerBuilder Streams(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { IsStream = true });

    /// <summary>Says that it reads what changes without a revision of the catalogue.</summary>
    public static RouteHandlerBuilder IsLive(this RouteHandlerBuilder route, IReadOnlyList<Parameter> parameters) =>
        route.Change(contract => contract with { IsLive = true, Parameters = parameters });

    /// <summary>Says that it answers even while the database is away.</summary>
    public static RouteHandlerBuilder WithoutDatabase(this RouteHandlerBuilder route) =>
        route.Change(contract => contract with { AsksDatabase = false });

    /// <summary>Maps a list with its twins: <c>.csv</c> with its dictionary, and <c>.ndjson</c>.</summary>
    public static void MapList(
        this IEndpointRouteBuilder routes, string operation, string summary, string description, ListDefinition list, Func<HttpContext, EvidenceDatabase, Task> handle)
    {
        routes.MapRead(operation, list.Path, summary, handle).WithDescription(description).Takes(list.Parameters)
            .Change(contract => contract with { Body = typeof(Page<>).MakeGenericType(list.RowType) });
        routes.MapText(operation + "Csv", list, Format.Csv, summary + " as CSV", description)
            .Change(contract => contract with { BodyDescription = "Comma, point, UTF-8, LF and a header; an empty cell is a figure that was not reported." });
        routes.MapText(operation + "Ndjson", list, Format.Ndjson, summary + " as NDJSON", description)
            .Change(contract => contract with { BodyDescription = $"One JSON object a line, each a `{list.RowType.Name}`." });
        routes.MapDictionary("get" + operation["list".Length..], list.Path, (HttpContext http, EvidenceDatabase database) => CsvDescription.SendAsync(http, database, list))
            .Takes(list.DictionaryParameters);
    }

    /// <summary>Maps a computed CSV, whose columns are the members of a record, with its dictionary.</summary>
    public static RouteHandlerBuilder MapCsv<TRow>(this IEndpointRouteBuilder routes, string operation, string path, string summary, Delegate handle)
    {
        routes.MapDictionary(operation, path, (HttpContext http, EvidenceDatabase database) => CsvDescription.SendAsync(http, database, path, typeof(TRow)));
        return routes.MapRead(operation + "Csv", path + ".csv", summary, handle)
            .AnswersText(Format.Csv, "Comma, point, UTF-8, LF and a header; an empty cell is a figure that there is not.")
            .Change(contract => contract with { IsDescribed = true });
    }

    private static RouteHandlerBuilder MapDictionary(this IEndpointRouteBuilder routes, string operation, string path, Delegate handle) =>
        routes.MapRead(operation + "CsvDictionary", path + ".csv-metadata.json", "Get the description of the columns of the CSV", handle)
            .WithDescription($"Says what stands in each column of `{path}.csv`, as W3C's CSV on the Web (CSVW) describes tables.")
            .Change(contract => contract with { MediaType = CsvDescription.MediaType, BodyDescription = "A table description of CSVW." });

    /// <summary>Maps the bibliographies of a list whose rows are studies: RIS, BibTeX and CSL-JSON.</summary>
    public static void MapBibliographies(this IEndpointRouteBuilder routes, string operation, string summary, ListDefinition list)
    {
        foreach (var format in Format.Bibliographies)
        {
            var (name, title) = BibliographyNames[format.Name];
            routes.MapText(operation + name, list, format, $"{summary} as {title}",
                    "An entry for each report of the studies that the filters leave, the primary one first; `limit` counts studies.")
                .Change(contract => format.References == ReferenceFormat.CslJson
                    ? contract with { Body = typeof(IReadOnlyList<CslItem>), BodyDescription = "The reports, each an item of CSL-JSON." }
                    : contract with { BodyDescription = $"{title}, in UTF-8." });
        }
    }

    private static RouteHandlerBuilder MapText(
        this IEndpointRouteBuilder routes, string operation, ListDefinition list, Format format, string summary, string description) =>
        routes.MapRead(operation, $"{list.Path}.{format.Name}", summary,
                (HttpContext http, EvidenceDatabase database) => ListAnswer.SendAsync(http, database, list, format))
            .WithDescription($"{description} {EveryRow}")
            .Takes([.. list.Parameters.Select(parameter => parameter == ListDefinition.LimitParameter ? LimitOfText : parameter)])
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

    /// <summary>The first noun of the path.</summary>
    internal static string TagOf(string path)
    {
        var noun = path.Split('/', StringSplitOptions.RemoveEmptyEntries).First(segment => segment != "v1");
        return noun.Split('.')[0];
    }
}
