using Dapper;
using Evidence.Store.Database;
using Microsoft.AspNetCore.DataProtection;

namespace Evidence.Api.Security;

/// <summary>
/// Loads the key ring before the first request, after the database was made ready. Processes that start at once take turns: else each of them
/// would create the first key, and would not accept what the others protect until it reads the ring again, a day later.
/// </summary>
internal sealed class KeyRingStart(EvidenceDatabase database, IDataProtectionProvider protection) : IHostedService
{
    /// <summary>Key of the advisory lock under which the first key is created.</summary>
    private const long RingLock = 0x45564944454e4b52;

    private const string TakeLock = "select pg_advisory_xact_lock(@RingLock)";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    await transaction.Connection!.ExecuteAsync(new CommandDefinition(TakeLock, new { RingLock }, transaction, cancellationToken: cancel));
                    protection.CreateProtector(nameof(KeyRingStart)).Protect([0]);
                    return true;
                },
                _ => false,
                cancellationToken);
        }
        catch (Exception e) when (EvidenceDatabase.IsUnavailable(e.GetBaseException()) || EvidenceDatabase.IsUnavailable(e))
        {
            throw new StartupException($"The keys that protect cookies and forms could not be read: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
