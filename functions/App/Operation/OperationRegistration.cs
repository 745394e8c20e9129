using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Operation;

internal static class OperationRegistration
{
    public static IServiceCollection AddOperation(this IServiceCollection services) =>
        services
            .AddHostedService<SignInCheck>()
            .AddSingleton<BacklogGauges>()
            .AddSingleton<HealthChecks>()
            .AddSingleton<ApplicationStates>()
            .AddSingleton<StuckApplications>()
            .AddSingleton<OperatorActs>()
            .AddScoped<OperatorLog>();
}
