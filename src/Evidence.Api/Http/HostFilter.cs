namespace Evidence.Api.Http;

/// <summary>Refuses requests for a host that the setting <c>AllowedHosts</c> does not name, except those that ask for the health.</summary>
/// <remarks>A container engine or a load balancer checks health at the address of the container, which no public host name covers.</remarks>
public static class HostFilter
{
    /// <summary>The name of ASP.NET Core's own filter, a type that is not public.</summary>
    private const string FilterOfEveryPath = "HostFilteringStartupFilter";

    /// <summary>Removes ASP.NET Core's filter of every path; its options stay, and <see cref="UseHostFilter"/> applies them.</summary>
    public static void AddHostFilter(this WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(service =>
            service.ServiceType == typeof(IStartupFilter) && service.ImplementationType?.Name == FilterOfEveryPath));

    /// <summary>Filters the hosts of all requests but those for the health.</summary>
    public static void UseHostFilter(this WebApplication app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/health"), filtered => filtered.UseHostFiltering());
}
