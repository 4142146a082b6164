using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Evidence.Catalogue;
using Evidence.Store.Keys;

namespace Evidence.Api.Commands;

/// <summary>Defines <c>keys</c>, which creates, lists and revokes the keys of curators and admins for anybody who can reach the database.</summary>
internal static class KeysCommand
{
    /// <summary>The actor that is recorded for what the command line does.</summary>
    public const string Actor = "command line";

    public static CliCommand Create(Func<IConfiguration> settings) =>
        new("keys", "Creates, lists and revokes the keys of curators and admins.")
        {
            Details = "Reading needs no key. A key is shown once, when it is created; the database keeps only a digest of it.",
            Examples = ["keys create --role curator --name 'Jane Doe'", "keys list", "keys revoke k7m2xq9fa3tz"],
            Succeeds = "done",
            Fails = "refused, or the database cannot be reached",
            Subcommands = { DefineCreate(settings), DefineList(settings), DefineRevoke(settings) },
        };

    private static CliCommand DefineCreate(Func<IConfiguration> settings)
    {
        var role = new Option<string>("--role") { Required = true, Description = "What its holder may do." };
        role.AcceptOnlyFromAmong([.. Vocabulary.Get("key-role").Terms.Select(term => term.Name)]);
        var name = new Option<string>("--name") { Required = true, Description = "Who holds it; revisions name the actor so.", HelpName = "TEXT" };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "When it expires: a date, or a time with its zone; never if the option is left out.",
            HelpName = "DATE",
            CustomParser = ReadTime,
        };
        var command = new CliCommand("create", "Creates a key and prints it once.")
        {
            Details = "The key alone goes to standard output, its particulars to the error output. It is sent as 'Authorization: Bearer KEY'.",
            Examples = ["keys create --role curator --name 'Jane Doe' --expires 2027-12-31", "keys create --role admin --name operations > admin.key"],
            Succeeds = "the key was created and printed",
            Fails = "the name or the date is refused, or the database cannot be reached",
            Options = { role, name, expires },
        };
        return command.Runs((parsed, cancel) =>
        {
            var asked = new KeyRequest { Role = parsed.GetRequiredValue(role), Name = parsed.GetRequiredValue(name), ExpiresAt = parsed.GetValue(expires) };
            return CreateAsync(settings(), asked, cancel);
        });
    }

    private static CliCommand DefineList(Func<IConfiguration> settings) =>
        new CliCommand("list", "Lists every key, the expired and revoked ones too, oldest first.")
        {
            Details = "A line for each, its columns separated by tabs: id, role, holds/expired/revoked, created at, created by, expires at, name.",
            Examples = ["keys list", "keys list | grep -P '\\tholds\\t'"],
            Succeeds = "listed; there may be none",
            Fails = "the database cannot be reached",
        }.Runs((_, cancel) => ListAsync(settings(), cancel));

    private static CliCommand DefineRevoke(Func<IConfiguration> settings)
    {
        var id = new Argument<string>("ID") { Description = "The id of the key, as the list has it: the part that is not secret." };
        return new CliCommand("revoke", "Refuses a key from now on.")
        {
            Details = "A key stays in the list when it is revoked; revoking it again changes nothing.",
            Examples = ["keys revoke k7m2xq9fa3tz"],
            Succeeds = "the key is refused from now on",
            Fails = "there is no such key, or the database cannot be reached",
            Arguments = { id },
        }.Runs((parsed, cancel) => RevokeAsync(settings(), parsed.GetRequiredValue(id), cancel));
    }

    private static async Task<int> CreateAsync(IConfiguration settings, KeyRequest asked, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var issues = asked.Check(now);
        foreach (var issue in issues)
            CliCommand.Tell($"{issue.Message}.");
        if (issues.Count > 0)
            return ExitCode.Failed;
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        var key = await KeyStore.CreateAsync(connection, asked.Name, asked.Role, asked.ExpiresAt, Actor, now, cancel);
        Console.WriteLine(key.Key);
        CliCommand.Tell($"Key {key.Id} of {key.Name}, {key.Role}, {(key.ExpiresAt is { } end ? $"holds until {Time(end)}" : "does not expire")}. It is not shown again.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(IConfiguration settings, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var key in await KeyStore.ListAsync(connection, cancel))
        {
            var state = key.RevokedAt is not null ? "revoked" : key.ExpiresAt <= now ? "expired" : "holds";
            Console.WriteLine(string.Join('\t', key.Id, key.Role, state, Time(key.CreatedAt), key.CreatedBy, Time(key.ExpiresAt), key.Name));
        }

        return ExitCode.Done;
    }

    private static async Task<int> RevokeAsync(IConfiguration settings, string id, CancellationToken cancel)
    {
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        var key = await KeyStore.RevokeAsync(connection, id, TimeProvider.System.GetUtcNow(), cancel);
        CliCommand.Tell(key is null
            ? $"There is no key {id}; keys list has those that there are."
            : $"Key {key.Id} of {key.Name} is revoked since {Time(key.RevokedAt)}.");
        return key is null ? ExitCode.Failed : ExitCode.Done;
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static DateTimeOffset? ReadTime(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return time;
        result.AddError($"'{text}' is no date; expected one like 2027-12-31.");
        return null;
    }
}
