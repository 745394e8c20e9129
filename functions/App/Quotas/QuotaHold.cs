using MicroCred.Approval;

namespace MicroCred.App.Quotas;

/// <summary>
/// What one command takes of its provider's day: once, however often it is tried, and given back where nothing comes of it.
/// </summary>
/// <param name="ledger">Where it is counted.</param>
/// <param name="provider">Whose day it is; null for those who act for no provider, and have none.</param>
/// <param name="use">What the command takes.</param>
internal sealed class QuotaHold(QuotaLedger ledger, ProviderNumber? provider, DailyUse use)
{
    private DateOnly? _taken;

    /// <returns>Why there is no room; null where it is taken, or nothing is to be.</returns>
    public async Task<QuotaExceeded?> TakeAsync(CancellationToken cancellationToken)
    {
        if (_taken is not null || provider is not { } whose || use == DailyUse.Nothing)
        {
            return null;
        }

        (var day, var exceeded) = await ledger.TakeAsync(whose, use, cancellationToken);
        _taken = exceeded is null ? day : null;
        return exceeded;
    }

    /// <summary>Gives back what was taken. The caller's going away doesn't stop this.</summary>
    public async Task GiveBackAsync()
    {
        if (_taken is { } day)
        {
            _taken = null;
            await ledger.GiveBackAsync(provider!.Value, day, use, CancellationToken.None);
        }
    }
}
