using MicroCred.Approval;

namespace MicroCred.App.Quotas;

/// <summary>Counts each provider's daily use. <see cref="QuotaLedger"/> keeps the counts in a table.</summary>
internal interface IQuotas
{
    /// <summary>Takes an amount from a provider's daily quotas.</summary>
    /// <returns>The day that it was counted on, and the exceeded quota, in which case nothing is taken.</returns>
    Task<(DateOnly Day, QuotaExceeded? Exceeded)> TakeAsync(ProviderNumber provider, DailyUse use, CancellationToken cancellationToken);

    /// <summary>Gives back the amount of a command that failed. Amounts of a past day are ignored.</summary>
    Task GiveBackAsync(ProviderNumber provider, DateOnly day, DailyUse use, CancellationToken cancellationToken);
}
