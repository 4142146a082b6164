namespace Evidence.Api.Tests.Testing;

/// <summary>
/// A service that all classes share whose tests only read it: started once in a run, over a database that refuses every write, so that no
/// test changes what another one sees.
/// </summary>
/// <typeparam name="TService">The service with its settings and its records.</typeparam>
public class SharedService<TService> : IAsyncLifetime
    where TService : EvidenceService, new()
{
    private static readonly Lazy<Task<TService>> Started = new(StartAsync);

    /// <summary>A client of this class alone; addresses are relative.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>The service itself, with what its records are known by.</summary>
    public TService Service { get; private set; } = null!;

    /// <summary>How to connect to the service's database, for reads.</summary>
    public string ConnectionString => Service.ConnectionString;

    public async Task InitializeAsync()
    {
        Service = await Started.Value;
        Client = new HttpClient { BaseAddress = Service.Client.BaseAddress };
    }

    public Task DisposeAsync()
    {
        Client.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<TService> StartAsync()
    {
        var service = new TService();
        await service.InitializeAsync();
        TestServer.AtEnd(service.DisposeAsync);
        await TestServer.RefuseWritesAsync(service.ConnectionString);
        return service;
    }
}
