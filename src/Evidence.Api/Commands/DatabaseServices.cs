using Evidence.Api.Http;
using Evidence.Store.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Evidence.Api.Commands;

/// <summary>Registers the database: the one of <c>ConnectionStrings__Evidence</c>, else a private server.</summary>
public static class DatabaseServices
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionStringName = "Evidence";

    private const int MaxPreparedStatements = 200;
    private const int MaxConnections = 32;
    private const int SecondsToConnect = 3;
    private const int SecondsForACommand = 15;

    /// <summary>Registers data source, access and start; nothing connects before the host starts.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        if (builder.Configuration.GetConnectionString(ConnectionStringName) is null or "")
            builder.Services.AddSingleton(services => new PrivatePostgres(services.GetRequiredService<IOptions<EvidenceOptions>>().Value.DataFolder));
        builder.Services.AddSingleton(CreateSource);
        builder.Services.AddSingleton<EvidenceDatabase>();
        builder.Services.AddHostedService(services => new DatabaseStart(
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetService<PrivatePostgres>(),
            services.GetRequiredService<IOptions<EvidenceOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger(ConsoleOutput.Category)));
    }

    private static NpgsqlDataSource CreateSource(IServiceProvider services)
    {
        var given = services.GetService<PrivatePostgres>()?.ConnectionString
            ?? services.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionStringName)!;
        return CreateSource(given);
    }

    /// <summary>Creates the data source for a connection string, with the defaults of the service for what the string does not set.</summary>
    /// <exception cref="StartupException">The connection string is malformed.</exception>
    public static NpgsqlDataSource CreateSource(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            SetUnlessGiven(settings, "Max Auto Prepare", MaxPreparedStatements);
            SetUnlessGiven(settings, "Maximum Pool Size", MaxConnections);
            SetUnlessGiven(settings, "Timeout", SecondsToConnect);
            SetUnlessGiven(settings, "Command Timeout", SecondsForACommand);
            SetUnlessGiven(settings, "Application Name", "Evidence");
            return NpgsqlDataSource.Create(settings);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartupException(
                $"ConnectionStrings__Evidence cannot be read: {e.Message} It looks like 'Host=localhost;Database=evidence;Username=evidence;Password=…'.", e);
        }
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder settings, string key, object value)
    {
        if (!settings.ContainsKey(key) || !settings.ShouldSerialize(key))
            settings[key] = value;
    }
}
