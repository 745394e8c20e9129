using MicroCred.App.Submission.Packages;
using MicroCred.App.Submission.Uploads;
using MicroCred.Inspection;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Submission;

/// <summary>Registers the services that receive documents.</summary>
internal static class SubmissionRegistration
{
    public static IServiceCollection AddSubmission(this IServiceCollection services) =>
        services
            .AddSingleton(InspectionLimits.Default)
            .AddSingleton<DocumentInspector>()
            .AddSingleton<IncomingDocuments>()
            .AddSingleton<DocumentUpload>()
            .AddSingleton<PackageUpload>()
            .AddSingleton<PackageSubmission>();
}
