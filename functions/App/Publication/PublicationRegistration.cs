using MicroCred.App.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Publication;

internal static class PublicationRegistration
{
    public static IServiceCollection AddPublication(this IServiceCollection services) =>
        services
            .AddSingleton<StatisticsDocuments>()
            .AddSingleton<SitemapDocuments>()
            .AddSingleton<IRegisterDocumentSource>(provider => provider.GetRequiredService<StatisticsDocuments>())
            .AddSingleton<IRegisterDocumentSource>(provider => provider.GetRequiredService<SitemapDocuments>());
}
