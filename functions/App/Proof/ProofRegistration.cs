using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Proof;

internal static class ProofRegistration
{
    public static IServiceCollection AddProof(this IServiceCollection services) =>
        services.AddSingleton<LogTree>().AddSingleton<LogHeads>().AddSingleton<Badges>().AddSingleton<PublishedKeys>();
}
