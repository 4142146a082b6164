using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Evidence.Api.Hosting.Security;
using Evidence.Api.Keys;
using Evidence.Catalogue;

namespace Evidence.Api.Hosting.Commands;

/// <summary><c>keys</c>: the keys of curators and admins, made, listed and revoked by whoever can reach the database.</summary>
internal static class Keys
{
    /// <summary>Who is named as the one who did what was done here.</summary>
    public const string Actor = "command line";

    public static Verb Make(Func<IConfiguration> settings) =>
        new("keys", "Makes, lists and revokes the keys of curators and admins.")
        {
            Details = "Reading needs no key. A key is shown once, when it is made; the database keeps only a digest of it.",
            Examples = ["keys create --role curator --name 'Jane Doe'", "keys list", "keys revoke k7m2xq9fa3tz"],
            Succeeds = "done",
            Fails = "refused, or the database cannot be reached",
            Subcommands = { Create(settings), List(settings), Revoke(settings) },
        };

    private static Verb Create(Func<IConfiguration> settings)
    {
        var role = new Option<string>("--role") { Required = true, Description = "What its holder may do." };
        role.AcceptOnlyFromAmong([.. Vocabulary.Get("key-role").Terms.Select(term => term.Name)]);
        var name = new Option<string>("--name") { Required = true, Description = "Who holds it; revisions name the actor so.", HelpName = "TEXT" };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "From when on it is refused: a date, or a time with its zone; never where nothing is said.",
            HelpName = "DATE",
            CustomParser = ReadTime,
        };
        var verb = new Verb("create", "Makes a key and prints it, this once.")
        {
            Details = "The key alone goes to standard output, its particulars to the error output. It is sent as 'Authorization: Bearer KEY'.",
            Examples = ["keys create --role curator --name 'Jane Doe' --expires 2027-12-31", "keys create --role admin --name operations > admin.key"],
            Succeeds = "the key was made and printed",
            Fails = "the name or the date is refused, or the database cannot be reached",
            Options = { role, name, expires },
        };
        return verb.Runs((parsed, cancel) =>
        {
            var asked = new KeyRequest { Role = parsed.GetRequiredValue(role), Name = parsed.GetRequiredValue(name), ExpiresAt = parsed.GetValue(expires) };
            return CreateAsync(settings(), asked, cancel);
        });
    }

    private static Verb List(Func<IConfiguration> settings) =>
        new Verb("list", "Lists every key, the expired and revoked ones too, oldest first.")
        {
            Details = "A line for each, its columns parted by tabs: id, role, holds/expired/revoked, made at, made by, expires at, name.",
            Examples = ["keys list", "keys list | grep -P '\\tholds\\t'"],
            Succeeds = "listed; there may be none",
            Fails = "the database cannot be reached",
        }.Runs((_, cancel) => ListAsync(settings(), cancel));

    private static Verb Revoke(Func<IConfiguration> settings)
    {
        var id = new Argument<string>("ID") { Description = "The id of the key, as the list has it: the part of it that is no secret." };
        return new Verb("revoke", "Refuses a key from now on.")
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
        var findings = CreateKey.Check(asked, now);
        foreach (var finding in findings)
            Verb.Tell($"{finding.Message}.");
        if (findings.Count > 0)
            return ExitCode.Failed;
        await using var database = await CommandDatabase.OpenMigratedAsync(settings, cancel);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        var key = await KeyStore.CreateAsync(connection, asked.Name, asked.Role, asked.ExpiresAt, Actor, now, cancel);
        Console.WriteLine(key.Key);
        Verb.Tell($"Key {key.Id} of {key.Name}, {key.Role}, {(key.ExpiresAt is { } end ? $"holds until {Time(end)}" : "does not expire")}. It is not shown again.");
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
        Verb.Tell(key is null
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
