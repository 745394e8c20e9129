using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Reconciliation;

/// <summary>Registers what holds the lists, the register and the orchestrations against the applications.</summary>
internal static class ReconciliationRegistration
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services.AddSingleton<Reconcile>();
}
