using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Operation;

/// <summary>Registers what operators look at and do.</summary>
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
