using System.Text.Encodings.Web;
using System.Text.Unicode;
using Evidence.Explorer.About;
using Evidence.Explorer.ApiGuide;
using Evidence.Explorer.Claims;
using Evidence.Explorer.Compare;
using Evidence.Explorer.Home;
using Evidence.Explorer.Layout;
using Evidence.Explorer.MetaAnalysis;
using Evidence.Explorer.Network;
using Evidence.Explorer.Onset;
using Evidence.Explorer.Safety;
using Evidence.Explorer.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Evidence.Explorer;

/// <summary>The pages: what people see at <c>/</c>.</summary>
public static class ExplorerRoutes
{
    private const long MaxCacheBytes = 64 * 1024 * 1024;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what pages need.</summary>
    public static void AddExplorer(this IServiceCollection services)
    {
        services.AddSingleton<Pages>();
        // Letters beyond ASCII are written as they are; the pages are UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddMemoryCache(options => options.SizeLimit = MaxCacheBytes);
        services.AddForms();
    }

    /// <summary>Adds the routes of all pages.</summary>
    public static void MapExplorer(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", GetHomePage.Handle);
        routes.MapPage("/claims", GetClaimsPage.Handle);
        routes.MapPage("/claims/{id}", GetClaimPage.Handle);
        routes.MapPage("/studies", GetStudiesPage.Handle);
        routes.MapPage("/studies/{id}", GetStudyPage.Handle);
        routes.MapPage("/meta-analysis", GetMetaAnalysisPage.Handle);
        routes.MapMethods("/meta-analysis/pool.R", Methods, GetPoolScript.Handle).ExcludeFromDescription();
        routes.MapPage("/onset", GetOnsetPage.Handle);
        routes.MapPage("/network", GetTreatmentNetworkPage.Handle);
        routes.MapPage("/safety", GetSafetyPage.Handle);
        routes.MapPage("/compare", GetComparePage.Handle);
        routes.MapPage("/about", GetAboutPage.Handle);
        routes.MapPage("/api", GetApiGuidePage.Handle);
        routes.MapMethods("/assets/{hash}/{name}", Methods, PageAssets.Handle).ExcludeFromDescription();
        routes.MapForms();
    }

    /// <summary>Maps a page, with a form or without, to GET and HEAD; the OpenAPI document does not list it.</summary>
    internal static void MapPage(this IEndpointRouteBuilder routes, string path, Delegate handle) =>
        routes.MapMethods(path, Methods, handle).WithMetadata(new PageEndpoint()).ExcludeFromDescription();
}
