using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Quotas;

internal static class QuotaRegistration
{
    public static IServiceCollection AddQuotas(this IServiceCollection services) =>
        services
            .AddSettings<QuotaOptions>()
            .AddSingleton<QuotaLedger>()
            .AddSingleton<IQuotas>(provider => provider.GetRequiredService<QuotaLedger>());
}
