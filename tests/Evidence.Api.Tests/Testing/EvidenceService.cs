using Evidence.Api.Commands;
using Evidence.Explorer.Layout;
using Evidence.Store.Database;
using Evidence.Store.Files;
using Evidence.Store.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Evidence.Api.Tests.Testing;

/// <summary>The whole service on a port of its own, over a database of its own that holds the real catalogue as revision 1.</summary>
public class EvidenceService : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>Asks the service; addresses are relative.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>How to connect to the service's database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>More settings of the service, as on its command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    /// <summary>Makes the database, and gives how to connect to it.</summary>
    protected virtual Task<string> CreateDatabaseAsync() => TestServer.CreateFromTemplateAsync("catalogue", PrepareAsync);

    public virtual async Task InitializeAsync()
    {
        ConnectionString = await CreateDatabaseAsync();
        app = Program.Build(["--urls=http://127.0.0.1:0", $"--ConnectionStrings:Evidence={ConnectionString}", "--environment=Production", .. Settings]);
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Starts a session of a key's holder, and returns the header by which the page for signing in sets its cookie: that page limits the tries.</summary>
    public async Task<string> StartSessionAsync(string keyId, string scheme = "http")
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = scheme } };
        await CuratorCookie.SignInAsync(
            http, await CuratorSession.StartAsync(scope.ServiceProvider.GetRequiredService<EvidenceDatabase>(), keyId, TimeProvider.System.GetUtcNow(), CancellationToken.None));
        return http.Response.Headers.SetCookie.ToString();
    }

    /// <summary>Stops the service as its operator does.</summary>
    public Task StopAsync() => app!.StopAsync();

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>Loads the real catalogue into an empty database, as a first start does.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var source = DatabaseServices.CreateSource(connectionString);
        var records = await CatalogueFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "catalogue"), _ => { }, CancellationToken.None);
        await DatabasePreparation.PrepareAsync(source, Migrations.All, records, TimeProvider.System, _ => { }, CancellationToken.None);
    }
}
