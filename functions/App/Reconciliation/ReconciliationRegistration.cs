using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Reconciliation;

internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services.AddSingleton<Reconcile>();
}
