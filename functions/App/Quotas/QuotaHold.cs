using MicroCred.Approval;

namespace MicroCred.App.Quotas;

/// <summary>
/// One command's use of its provider's daily quotas: taken once, however often the command is retried, and given back if it fails.
/// </summary>
/// <param name="quotas">Counts it.</param>
/// <param name="provider">The provider; null for callers who act for none, and have no quotas.</param>
/// <param name="use">The amount that the command takes.</param>
internal sealed class QuotaHold(IQuotas quotas, ProviderNumber? provider, DailyUse use)
{
    private DateOnly? _taken;

    /// <returns>The exceeded quota; null where the amount was taken, or there is nothing to take.</returns>
    public async Task<QuotaExceeded?> TakeAsync(CancellationToken cancellationToken)
    {
        if (_taken is not null || provider is not { } whose || use == DailyUse.Nothing)
        {
            return null;
        }

        (var day, var exceeded) = await quotas.TakeAsync(whose, use, cancellationToken);
        _taken = exceeded is null ? day : null;
        return exceeded;
    }

    /// <summary>Gives back what was taken. A caller who disconnects doesn't stop this.</summary>
    public async Task GiveBackAsync()
    {
        if (_taken is { } day)
        {
            _taken = null;
            await quotas.GiveBackAsync(provider!.Value, day, use, CancellationToken.None);
        }
    }
}
