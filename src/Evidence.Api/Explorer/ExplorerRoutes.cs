using System.Text.Encodings.Web;
using System.Text.Unicode;
using Evidence.Api.Explorer.About;
using Evidence.Api.Explorer.ApiGuide;
using Evidence.Api.Explorer.ClaimRecord;
using Evidence.Api.Explorer.Compare;
using Evidence.Api.Explorer.CorrectionForm;
using Evidence.Api.Explorer.Curate;
using Evidence.Api.Explorer.Curate.Fields;
using Evidence.Api.Explorer.Frame;
using Evidence.Api.Explorer.Home;
using Evidence.Api.Explorer.NetworkGraph;
using Evidence.Api.Explorer.OnsetCourse;
using Evidence.Api.Explorer.PoolBuilder;
using Evidence.Api.Explorer.ReleaseList;
using Evidence.Api.Explorer.SafetyTable;
using Evidence.Api.Explorer.SignIn;
using Evidence.Api.Explorer.StudyList;
using Evidence.Api.Explorer.StudyRecord;
using Evidence.Api.Hosting.Http;
using Evidence.Api.Hosting.Security;

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
        builder.Services.AddSingleton<SignInLimit>();
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
        routes.MapPage("/about", GetAbout.Handle);
        routes.MapPage("/api", GetApiGuide.Handle);
        routes.MapPage("/sign-in", GetSignIn.Handle);
        routes.MapForm("/sign-in", PostSignIn.Handle);
        routes.MapForm("/sign-out", PostSignOut.Handle);
        routes.MapPage("/curate", GetStart.Handle);
        routes.MapPage("/curate/studies", GetStudyChoice.Handle);
        routes.MapPage("/curate/new-study", GetNewStudy.Handle);
        routes.MapForm("/curate/new-study", PostNewStudy.Handle).WithMetadata(new FormSize(FieldForm.MostFields));
        routes.MapPage("/curate/studies/{id}", GetStudyEdit.Handle);
        routes.MapForm("/curate/studies/{id}", PostStudyEdit.Handle).WithMetadata(new FormSize(FieldForm.MostFields));
        routes.MapPage("/curate/studies/{id}/withdrawal", GetWithdrawal.Handle);
        routes.MapForm("/curate/studies/{id}/withdrawal", PostWithdrawal.Handle);
        routes.MapPage("/corrections", GetCorrections.Handle);
        routes.MapPage("/corrections/new", GetNewCorrection.Handle);
        routes.MapForm("/corrections/new", PostNewCorrection.Handle);
        routes.MapPage("/corrections/{id}", GetCorrectionRecord.Handle);
        routes.MapForm("/corrections/{id}/decision", PostDecision.Handle);
        routes.MapPage("/releases", GetReleases.Handle);
        routes.MapPage("/curate/releases", GetReleaseForm.Handle);
        routes.MapForm("/curate/releases", PostRelease.Handle);
        routes.MapMethods("/assets/{hash}/{name}", Methods, PageAssets.Handle).ExcludeFromDescription();
    }

    private static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string path, Delegate handle) =>
        routes.MapMethods(path, Methods, handle).WithMetadata(new PageEndpoint()).ExcludeFromDescription();

    /// <summary>What a page's form posts to; no form gets in but one of this site.</summary>
    private static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string path, Delegate handle) =>
        routes.MapPost(path, handle).AddEndpointFilter(FormTokens.RequireAsync).WithMetadata(new PageEndpoint()).ExcludeFromDescription();
}
