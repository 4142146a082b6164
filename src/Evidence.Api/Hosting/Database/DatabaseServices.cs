using Npgsql;

namespace Evidence.Api.Hosting.Database;

/// <summary>Registers the database: the one of <c>ConnectionStrings__Evidence</c>, else a private server.</summary>
public static class DatabaseServices
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionStringName = "Evidence";

    private const int MostPreparedStatements = 200;
    private const int MostConnections = 32;
    private const int SecondsToConnect = 3;
    private const int SecondsForACommand = 15;

    /// <summary>Registers data source, access and start; nothing connects before the host starts.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        if (builder.Configuration.GetConnectionString(ConnectionStringName) is null or "")
            builder.Services.AddSingleton(_ => new PrivatePostgres(builder.Configuration[DatabaseStart.DataFolderSetting]));
        builder.Services.AddSingleton(MakeSource);
        builder.Services.AddSingleton<EvidenceDatabase>();
        builder.Services.AddHostedService(services => new DatabaseStart(
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetService<PrivatePostgres>(),
            builder.Configuration,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger(ConsoleOutput.Category)));
    }

    private static NpgsqlDataSource MakeSource(IServiceProvider services)
    {
        var given = services.GetService<PrivatePostgres>()?.ConnectionString
            ?? services.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionStringName)!;
        return MakeSource(given);
    }

    /// <summary>The data source for a connection string, with what the service needs where the string does not say otherwise.</summary>
    /// <exception cref="StartupException">The connection string is malformed.</exception>
    public static NpgsqlDataSource MakeSource(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            SetUnlessGiven(settings, "Max Auto Prepare", MostPreparedStatements);
            SetUnlessGiven(settings, "Maximum Pool Size", MostConnections);
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
