using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Submission.Documents;

/// <summary>Registers what takes documents in.</summary>
internal static class DocumentRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(InspectionLimits.Default)
        .AddSingleton<DocumentInspector>()
        .AddSingleton<IncomingDocuments>()
        .AddSingleton<DocumentUpload>()
        .AddSingleton<PackageUpload>();
}
