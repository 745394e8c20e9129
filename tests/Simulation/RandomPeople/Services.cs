using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MicroCred.Simulation.RandomPeople;

internal static class Services
{
    /// <summary>Puts something around a service.</summary>
    public static void Wrap<TInterface>(this IServiceCollection services, Func<TInterface, TInterface> wrap)
        where TInterface : class => services.Wrap<TInterface>((inner, _) => wrap(inner));

    /// <inheritdoc cref="Wrap{TInterface}(IServiceCollection, Func{TInterface, TInterface})"/>
    public static void Wrap<TInterface>(this IServiceCollection services, Func<TInterface, IServiceProvider, TInterface> wrap)
        where TInterface : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TInterface));
        services.Replace(
            ServiceDescriptor.Singleton(provider =>
                wrap(
                    (TInterface)(
                        inner.ImplementationFactory?.Invoke(provider)
                        ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)
                    ),
                    provider
                )
            )
        );
    }
}
