using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Quotas;

/// <summary>Registers what providers may send in a day.</summary>
internal static class QuotaRegistration
{
    public static IServiceCollection AddQuotas(this IServiceCollection services) =>
        services.AddSettings<QuotaOptions>().AddSingleton<QuotaLedger>();
}
