using Evidence.Explorer.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Evidence.Explorer.Tests.Pages;

public sealed class EveryPageIsListedTests
{
    [Fact]
    public async Task Every_page_that_has_a_route_is_among_those_that_are_checked()
    {
        await using var app = Api.Program.Build(["--urls=http://127.0.0.1:0", "--ConnectionStrings:Evidence=Host=127.0.0.1", "--environment=Production"]);
        var routes = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is not null && IsRead(endpoint))
            .ToList();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(route => !Addresses.All.Any(address => Leads(address, route))).Select(route => route.RoutePattern.RawText));
    }

    [Fact]
    public void Every_section_of_the_header_is_among_those_that_are_checked() =>
        Assert.All(Navigation.Sections, section => Assert.Contains(section.Address, Addresses.All));

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains(HttpMethods.Get);

    private static bool Leads(string address, RouteEndpoint route) =>
        new TemplateMatcher(new RouteTemplate(route.RoutePattern), []).TryMatch(address.Split('?')[0], []);
}
