using System.Text.Encodings.Web;
using System.Text.Unicode;
using Evidence.Api.Explorer.ClaimRecord;
using Evidence.Api.Explorer.Compare;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Explorer.Home;
using Evidence.Api.Explorer.NetworkGraph;
using Evidence.Api.Explorer.OnsetCourse;
using Evidence.Api.Explorer.PoolBuilder;
using Evidence.Api.Explorer.SafetyTable;
using Evidence.Api.Explorer.StudyList;
using Evidence.Api.Explorer.StudyRecord;
using Evidence.Api.Hosting.Http;

namespace Evidence.Api.Explorer;

/// <summary>The pages: what people see at <c>/</c>.</summary>
public static class ExplorerRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what pages need.</summary>
    public static void AddExplorer(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new ProblemPages(PageAnswer.RenderProblemAsync));
        // Letters beyond ASCII stand as they are; the pages are UTF-8.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Adds the routes.</summary>
    public static void MapExplorer(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", GetHome.Handle);
        routes.MapPage("/claims", GetClaims.Handle);
        routes.MapPage("/claims/{id}", GetClaimRecord.Handle);
        routes.MapPage("/studies", GetStudyList.Handle);
        routes.MapPage("/studies/{id}", GetStudyRecord.Handle);
        routes.MapPage("/meta-analysis", GetPoolBuilder.Handle).WithMetadata(new FormPage(GetPoolBuilder.RenderProblemAsync));
        routes.MapMethods("/meta-analysis/pool.R", Methods, GetPoolScript.Handle).ExcludeFromDescription();
        routes.MapPage("/onset", GetOnsetCourse.Handle).WithMetadata(new FormPage(GetOnsetCourse.RenderProblemAsync));
        routes.MapPage("/network", GetNetworkGraph.Handle).WithMetadata(new FormPage(GetNetworkGraph.RenderProblemAsync));
        routes.MapPage("/safety", GetSafetyTable.Handle).WithMetadata(new FormPage(GetSafetyTable.RenderProblemAsync));
        routes.MapPage("/compare", GetCompare.Handle);
        routes.MapMethods("/assets/{hash}/{name}", Methods, PageAssets.Handle).ExcludeFromDescription();
    }

    private static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string path, Delegate handle) =>
        routes.MapMethods(path, Methods, handle).WithMetadata(new PageEndpoint()).ExcludeFromDescription();
}
