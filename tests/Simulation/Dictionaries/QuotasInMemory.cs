using MicroCred.App.Quotas;
using Microsoft.Extensions.Options;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>What each provider used on each day.</summary>
internal sealed class QuotasInMemory(IOptions<QuotaOptions> options, TimeProvider time) : IQuotas
{
    private readonly Dictionary<(ProviderNumber, DateOnly), DailyUse> _used = [];

    public Task<(DateOnly Day, QuotaExceeded? Exceeded)> TakeAsync(
        ProviderNumber provider,
        DailyUse use,
        CancellationToken cancellationToken
    )
    {
        var day = WorkingDays.DayOf(time.GetUtcNow());
        var used = _used.GetValueOrDefault((provider, day), DailyUse.Nothing);
        foreach (var quota in Enum.GetValues<Quota>().Where(quota => use.Of(quota) > 0))
        {
            if (used.Of(quota) + use.Of(quota) > options.Value.Of(quota))
            {
                var until = WorkingDays.EndOf(day).AddSeconds(1);
                return Task.FromResult<(DateOnly, QuotaExceeded?)>(
                    (day, new QuotaExceeded(quota, options.Value.Of(quota), used.Of(quota), use.Of(quota), until, until - time.GetUtcNow()))
                );
            }
        }

        _used[(provider, day)] = used + use;
        return Task.FromResult<(DateOnly, QuotaExceeded?)>((day, null));
    }

    public Task GiveBackAsync(ProviderNumber provider, DateOnly day, DailyUse use, CancellationToken cancellationToken)
    {
        if (day == WorkingDays.DayOf(time.GetUtcNow()))
        {
            _used[(provider, day)] -= use;
        }

        return Task.CompletedTask;
    }
}
