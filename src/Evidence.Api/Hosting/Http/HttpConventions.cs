using System.IO.Compression;
using Evidence.Api.Hosting.Database;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.ResponseCompression;

namespace Evidence.Api.Hosting.Http;

/// <summary>What holds for every address: problems instead of empty errors, open reads, compression, bounded queries.</summary>
public static class HttpConventions
{
    /// <summary>Longest query, in bytes.</summary>
    public const int LongestQuery = 16 * 1024;

    /// <summary>Longest path, in characters; that of a record is far shorter.</summary>
    public const int LongestPath = 1024;

    /// <summary>How long a request line may be for the service to answer it with a problem instead of closing the connection.</summary>
    private const int LongestRequestLine = 1024 * 1024;

    private const string RetryAfterSeconds = "2";

    /// <summary>Registers what the conventions need.</summary>
    public static void AddHttpConventions(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestBufferSize = 2 * LongestRequestLine;
        });
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Link", "Content-Location", Answer.RevisionHeader, EvidenceWarning.Header, "Retry-After", "RateLimit", "RateLimit-Policy")));
        builder.Services.AddSingleton<AnswerCache>();
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
        app.Use(VaryByEncodingAsync);
        app.UseResponseCompression();
        app.Use(TurnFailuresIntoProblemsAsync);
        app.UseStatusCodePages(StatusAsync);
        app.UseCors();
        app.UseRateLimits();
        app.Use(BoundAddressAsync);
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>An outage is a 503 that says when to come back, a bug a 500; either is logged here and nowhere else.</summary>
    private static async Task TurnFailuresIntoProblemsAsync(HttpContext http, RequestDelegate next)
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
            // Half an answer must not look like a whole one.
            Log(http).LogError(e, "The answer to {Path} was cut off", http.Request.Path);
            http.Abort();
        }
        catch (Exception e) when (EvidenceDatabase.IsUnavailable(e))
        {
            Log(http).LogWarning("The database did not answer {Path}: {Reason}", http.Request.Path, e.Message);
            http.Response.Clear();
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            await Answer.ProblemAsync(http, ProblemTypes.DatabaseUnavailable.With("The database is away or overloaded. Send the request again in a moment."));
        }
        catch (BadHttpRequestException e)
        {
            http.Response.Clear();
            await Answer.ProblemAsync(http, (ProblemTypes.ForStatus(e.StatusCode) ?? ProblemTypes.MalformedRequest).With(e.Message));
        }
        catch (Exception e)
        {
            Log(http).LogError(e, "A fault in answering {Method} {Path}", http.Request.Method, http.Request.Path);
            http.Response.Clear();
            await Answer.ProblemAsync(http, ProblemTypes.InternalError.With("The fault is logged. Sending the request again is unlikely to help."));
        }
    }

    private static async Task StatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (ProblemTypes.ForStatus(http.Response.StatusCode) is not { } type)
            return;
        var detail = http.Response.StatusCode switch
        {
            404 => $"{http.Request.Path} is no address of this service; /openapi/v1.json lists them.",
            405 => $"{http.Request.Path} answers {http.Response.Headers.Allow}, not {http.Request.Method}.",
            _ => "The request could not be answered.",
        };
        await Answer.ProblemAsync(http, type.With(detail));
    }

    /// <summary>The compression says so only to clients that ask for it; a cache must know it of every answer, 304 and HEAD included.</summary>
    private static Task VaryByEncodingAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.Vary = "Accept-Encoding";
        return next(http);
    }

    /// <summary>A path is echoed in messages and looked up in the database, so its length is bounded too.</summary>
    private static async Task BoundAddressAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value?.Length ?? 0;
        var length = http.Request.QueryString.Value?.Length ?? 0;
        if (path > LongestPath)
            await Answer.ProblemAsync(http, ProblemTypes.NotFound.With($"The path has {path} characters; no address of this service has more than {LongestPath}."));
        else if (length > LongestQuery)
            await Answer.ProblemAsync(http, ProblemTypes.QueryTooLong.With($"The query has {length} characters; at most {LongestQuery} are taken."));
        else
            await next(http);
    }

    private static ILogger Log(HttpContext http) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Evidence.Http");
}
