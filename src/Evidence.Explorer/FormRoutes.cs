using Evidence.Explorer.Corrections;
using Evidence.Explorer.Curate;
using Evidence.Explorer.Curate.Fields;
using Evidence.Explorer.Layout;
using Evidence.Explorer.Releases;
using Evidence.Explorer.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Evidence.Explorer;

/// <summary>Maps the pages with forms to post, and the addresses that take the forms.</summary>
public static class FormRoutes
{
    /// <summary>Registers what pages with forms need, beside the scheme of <see cref="CuratorCookie"/>.</summary>
    public static void AddForms(this IServiceCollection services)
    {
        services.AddSingleton<FormPages>();
        services.AddSingleton<SignInLimit>();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>(ConfigureAntiforgery);
        // A foreign form is answered, not logged; and that a page with a form is stored nowhere is said by the page itself.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
    }

    /// <summary>Maps the pages and their forms.</summary>
    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/sign-in", GetSignIn.Handle);
        routes.MapForm("/sign-in", PostSignIn.Handle);
        routes.MapForm("/sign-out", PostSignOut.Handle);
        routes.MapPage("/curate", GetStart.Handle);
        routes.MapPage("/curate/studies", GetStudyChoice.Handle);
        routes.MapPage("/curate/new-study", GetNewStudy.Handle);
        routes.MapForm("/curate/new-study", PostNewStudy.Handle).WithMetadata(new FormSize(FieldForm.MaxFields));
        routes.MapPage("/curate/studies/{id}", GetStudyEdit.Handle);
        routes.MapForm("/curate/studies/{id}", PostStudyEdit.Handle).WithMetadata(new FormSize(FieldForm.MaxFields));
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
    }

    /// <summary>Maps the address that a form is posted to; only forms of this site reach the handler.</summary>
    private static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string path, Delegate handle) =>
        routes.MapPost(path, handle).AddEndpointFilter<FormFilter>().WithMetadata(new PageEndpoint()).ExcludeFromDescription();

    private static void ConfigureAntiforgery(AntiforgeryOptions options, IHttpContextAccessor accessor)
    {
        options.FormFieldName = FormFilter.FieldName;
        options.HeaderName = null;
        options.SuppressXFrameOptionsHeader = true; // The content security policy of every page says frame-ancestors 'none'.
        options.Cookie = new HostCookieBuilder(accessor)
        {
            Name = "evidence-form",
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
            IsEssential = true,
        };
    }
}
