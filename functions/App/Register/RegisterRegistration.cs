using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Register;

internal static class RegisterRegistration
{
    public static IServiceCollection AddRegister(this IServiceCollection services) =>
        services
            .AddSettings<RegisterOptions>()
            .AddSingleton<ImportFiles>()
            .AddSingleton<ImportedNumbers>()
            .AddSingleton<RegisterLog>()
            .AddSingleton<DocumentFiles>()
            .AddSingleton<IndexedRegister>()
            .AddSingleton<RegisterIndex>()
            .AddSingleton<SearchIndex>()
            .AddSingleton<IRegisterDocumentSource, IndexDocument>()
            .AddSingleton<RegisterDocuments>()
            .AddSingleton<RegisterHistory>()
            .AddHostedService<SearchWarmUp>()
            .AddSingleton<RegisterStore>()
            .AddSingleton<IRegister>(provider => provider.GetRequiredService<RegisterStore>())
            .AddSingleton<PublicPages>()
            .AddSingleton<RegisterFiles>()
            .AddSingleton<Listings>()
            .AddSingleton<IListings>(provider => provider.GetRequiredService<Listings>());
}
