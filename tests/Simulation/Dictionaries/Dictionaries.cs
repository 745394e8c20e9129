using MicroCred.App.Quotas;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Dictionaries in place of the storage account.</summary>
internal static class Dictionaries
{
    /// <summary>Replaces every store that commands, activities and what follows them up use. Any other access to storage fails.</summary>
    public static IServiceCollection InMemory(this IServiceCollection services) =>
        services
            .With<IApplications, ApplicationsInMemory>()
            .With<IWorklists, WorklistsInMemory>()
            .With<IEvaluators, EvaluatorsInMemory>()
            .With<IDocuments, DocumentsInMemory>()
            .With<INotificationQueue, QueueInMemory>()
            .With<IQuotas, QuotasInMemory>()
            .With<IRegister, RegisterInMemory>()
            .Replace(ServiceDescriptor.Singleton<IListings>(provider => provider.GetRequiredService<RegisterInMemory>()));

    private static IServiceCollection With<TInterface, TStore>(this IServiceCollection services)
        where TInterface : class
        where TStore : class, TInterface =>
        services.AddSingleton<TStore>().Replace(ServiceDescriptor.Singleton<TInterface>(provider => provider.GetRequiredService<TStore>()));
}
