using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Trial;

internal static class TrialRegistration
{
    public static IServiceCollection AddTrial(this IServiceCollection services) => services.AddSingleton<RulesTrial>();
}
