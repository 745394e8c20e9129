using MicroCred.App.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Importing;

internal static class ImportingRegistration
{
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services.AddSingleton<IRegisterDocumentSource, CsvDocument>().AddSingleton<ImportAllocation>().AddSingleton<RegisterImport>();
}
