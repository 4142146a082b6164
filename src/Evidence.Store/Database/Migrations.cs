using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Evidence.Store.Database;

/// <summary>
/// Migrates the schema to the state of this program with the numbered SQL of <c>db/migrations</c>: forward only, and each file's content is
/// remembered.
/// </summary>
public static class Migrations
{
    private const string Prefix = "migrations/";

    private const string CreateTable = """
        create table if not exists schema_migration (
            number     integer     not null,
            name       text        not null,
            digest     text        not null,
            applied_at timestamptz not null,
            constraint schema_migration_pkey primary key (number)
        );
        comment on table schema_migration is 'The migrations that were applied; a digest that no longer fits its file stops the start.';
        """;

    private const string IsKnown = "select to_regclass('schema_migration') is not null";

    private const string SelectApplied = "select number, name, digest from schema_migration order by number";

    private const string InsertApplied =
        "insert into schema_migration (number, name, digest, applied_at) values (@Number, @Name, @Digest, @AppliedAt)";

    /// <summary>Gets the migrations that are built into this program, in their order.</summary>
    public static IReadOnlyList<Migration> All { get; } = ReadResources();

    /// <summary>Applies the missing migrations and returns them; an edited old file, a gap or a newer schema ends the start with a sentence.</summary>
    public static async Task<IReadOnlyList<Migration>> ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<Migration> migrations, TimeProvider clock, Action<string> progress, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(CreateTable, cancellationToken: cancel));
        var applied = await AppliedAsync(connection, cancel);
        Check(applied, migrations);
        List<Migration> missing = [.. migrations.Skip(applied.Count)];
        foreach (var migration in missing)
        {
            progress($"Migrating the database: {migration.Name}");
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await connection.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: cancel));
            var row = new { migration.Number, migration.Name, migration.Digest, AppliedAt = clock.GetUtcNow() };
            await connection.ExecuteAsync(new CommandDefinition(InsertApplied, row, transaction, cancellationToken: cancel));
            await transaction.CommitAsync(cancel);
        }

        return missing;
    }

    /// <summary>Checks, without a change, that the schema is the one of this program.</summary>
    /// <exception cref="StartupException">It is not; the sentence says what to run.</exception>
    public static async Task RequireAsync(NpgsqlConnection connection, IReadOnlyList<Migration> migrations, CancellationToken cancel)
    {
        var known = await connection.QuerySingleAsync<bool>(new CommandDefinition(IsKnown, cancellationToken: cancel));
        var applied = known ? await AppliedAsync(connection, cancel) : [];
        Check(applied, migrations);
        if (applied.Count < migrations.Count)
            throw new StartupException($"The database lacks migration {migrations[applied.Count].Name}. Start the service once, or run the command migrate.");
    }

    private static async Task<List<AppliedMigration>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        [.. await connection.QueryAsync<AppliedMigration>(new CommandDefinition(SelectApplied, cancellationToken: cancel))];

    private static void Check(List<AppliedMigration> applied, IReadOnlyList<Migration> migrations)
    {
        if (applied.Count > migrations.Count)
            throw new StartupException(
                $"The database is newer than this program: it has migration {applied[^1].Name}, this program knows {migrations[^1].Name} as the last. "
                + "Start a program at least as new as the one that last ran on it.");
        foreach (var (old, known) in applied.Zip(migrations))
        {
            if (old.Number != known.Number || old.Digest != known.Digest)
                throw new StartupException(
                    $"Migration {known.Name} was changed after it had been applied to this database (there it is {old.Name}, SHA-256 {old.Digest[..12]}…, "
                    + $"here {known.Digest[..12]}…). Put the old file back and make the change in a new migration.");
        }
    }

    private static List<Migration> ReadResources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                return Migration.Create(resource[Prefix.Length..^".sql".Length], reader.ReadToEnd());
            })];
    }

    private sealed record AppliedMigration
    {
        public int Number { get; init; }
        public string Name { get; init; } = "";
        public string Digest { get; init; } = "";
    }
}

/// <summary>Represents one file of <c>db/migrations</c>.</summary>
/// <param name="Number">Number at the start of the file's name.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Sql">Its content.</param>
/// <param name="Digest">SHA-256 of the content, line ends made LF so that a checkout's habits do not count.</param>
public sealed record Migration(int Number, string Name, string Sql, string Digest)
{
    /// <summary>Creates the migration of a file.</summary>
    public static Migration Create(string name, string sql)
    {
        var text = sql.ReplaceLineEndings("\n");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Migration(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, text, digest);
    }
}
