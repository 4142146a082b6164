using Evidence.Store.Reads;
using Microsoft.AspNetCore.Http;

namespace Evidence.Explorer.Layout;

/// <summary>Addresses of this service, as its client reaches it.</summary>
public static class ServiceAddress
{
    /// <summary>Creates an absolute address; a relative one if the client did not say by which name it reached the service (HTTP/1.0).</summary>
    public static string Create(HttpRequest request, string pathAndQuery) =>
        (request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "") + request.PathBase + PinnedAddress.Escape(pathAndQuery);
}
