using System.IO.Compression;
using Evidence.Catalogue;
using Evidence.Formats;
using Evidence.Formats.Problems;
using Evidence.Store.Corrections;
using Evidence.Store.Database;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Evidence.Api.Http;

/// <summary>What holds for every address: problems instead of empty errors, open reads, compression, bounded queries.</summary>
public static class HttpConventions
{
    /// <summary>Maximum length of a query, in bytes.</summary>
    public const int MaxQueryLength = 16 * 1024;

    /// <summary>Maximum length of a path, in characters; that of a record is far shorter.</summary>
    public const int MaxPathLength = 1024;

    /// <summary>Maximum length of a request line, in bytes: up to here a long query gets a problem, beyond it the server closes the connection.</summary>
    private const int MaxRequestLine = 1024 * 1024;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>Registers what the conventions need.</summary>
    public static void AddHttpConventions(this WebApplicationBuilder builder)
    {
        builder.AddHostFilter();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
            kestrel.Limits.MaxRequestBufferSize = 2 * MaxRequestLine;
        });
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Link", "Content-Location", ResponseHeaders.Revision, EvidenceWarning.Header, "Retry-After", "RateLimit", "RateLimit-Policy")));
        builder.Services.AddSingleton(services => new CorrectionLimit(services.GetRequiredService<IOptions<EvidenceOptions>>().Value.CorrectionsPerHour));
        builder.Services.AddSingleton<Responder>();
        builder.Services.AddSingleton<ListResponder>();
        builder.Services.AddSingleton<WriteResponder>();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "text/csv", Format.Ndjson.MediaType, "application/problem+json", "application/csvm+json",
                Format.Svg.MediaType, .. Format.Bibliographies.Select(format => format.MediaType),
            ];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    /// <summary>Puts the conventions around everything that is mapped.</summary>
    public static void UseHttpConventions(this WebApplication app)
    {
        app.UseHostFilter();
        app.Use(VaryByEncodingAsync);
        app.UseResponseCompression();
        app.Use(ConvertExceptionsAsync);
        app.UseStatusCodePages(ConvertStatusAsync);
        app.UseCors();
        app.UseRateLimits();
        app.Use(LimitAddressAsync);
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>An outage is a 503 that says when to come back, a bug a 500; either is logged here and nowhere else.</summary>
    private static async Task ConvertExceptionsAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested)
        {
            Log(http).LogDebug(e, "The client went away from {Path}", http.Request.Path);
        }
        catch (Exception e) when (http.Response.HasStarted)
        {
            // Half a response must not look like a whole one.
            Log(http).LogError(e, "The response to {Path} was cut off", http.Request.Path);
            http.Abort();
        }
        catch (Exception e) when (EvidenceDatabase.IsUnavailable(e))
        {
            Log(http).LogWarning("The database did not answer {Path}: {Reason}", http.Request.Path, e.Message);
            http.Response.Clear();
            await RespondAsync(http, new Error(ErrorKind.DatabaseUnavailable, "The database is unreachable or overloaded. Send the request again in a moment.") { RetryAfter = RetryAfter });
        }
        catch (BadHttpRequestException e)
        {
            http.Response.Clear();
            await RespondAsync(http, new Error(ProblemType.KindForStatus(e.StatusCode) ?? ErrorKind.MalformedRequest, e.Message));
        }
        catch (Exception e)
        {
            Log(http).LogError(e, "An unexpected error in {Method} {Path}", http.Request.Method, http.Request.Path);
            http.Response.Clear();
            await RespondAsync(http, new Error(ErrorKind.InternalError, "The error is logged. Sending the request again is unlikely to help."));
        }
    }

    private static async Task ConvertStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (ProblemType.KindForStatus(http.Response.StatusCode) is not { } kind)
            return;
        var detail = http.Response.StatusCode switch
        {
            404 => $"{http.Request.Path} is no address of this service; /openapi/v1.json lists them.",
            405 => $"{http.Request.Path} takes {http.Response.Headers.Allow}, not {http.Request.Method}.",
            _ => "The request could not be answered.",
        };
        await RespondAsync(http, new Error(kind, detail));
    }

    /// <summary>The compression says so only to clients that ask for it; a cache must know it of every response, 304 and HEAD included.</summary>
    private static Task VaryByEncodingAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.Vary = "Accept-Encoding";
        return next(http);
    }

    /// <summary>A path is echoed in messages and looked up in the database, so its length is bounded too.</summary>
    private static async Task LimitAddressAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value?.Length ?? 0;
        var length = http.Request.QueryString.Value?.Length ?? 0;
        if (path > MaxPathLength)
            await RespondAsync(http, new Error(ErrorKind.NotFound, $"The path has {path} characters; no address of this service has more than {MaxPathLength}."));
        else if (length > MaxQueryLength)
            await RespondAsync(http, new Error(ErrorKind.QueryTooLong, $"The query has {length} characters; at most {MaxQueryLength} are taken."));
        else
            await next(http);
    }

    private static Task RespondAsync(HttpContext http, Error error) => new ErrorResponse(error).ExecuteAsync(http);

    private static ILogger Log(HttpContext http) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Evidence.Http");
}
