using System.Text.Encodings.Web;
using System.Text.Unicode;
using Azure.Storage.Blobs;
using MicroCred.App.Http;
using MicroCred.App.Pages.Applications;
using MicroCred.App.Pages.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pages;

/// <summary>Registers the pages.</summary>
internal static class PageRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // A page's token is written anew each time, so that compressing it with what somebody else chose tells nothing of it.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        // It warns at each new key that this isn't encrypted once more: see docs/decisions/0017-pages.md.
        services.AddLogging(logging =>
            logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
        );
        services.AddDataProtection().SetApplicationName("MicroCred");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<BlobServiceClient>((options, blobs) => options.XmlRepository = new FormKeys(blobs));
        return services
            // Letters with macrons, and quotation marks, are sent as they are.
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton<FormTokens>()
            // Blazor's renderer asks for scoped services, which the worker, on a developer's machine, refuses to a singleton.
            .AddScoped<MicroCred.Portal.Pages>()
            .AddScoped<CallersPages>()
            .AddScoped<FormPosts>()
            .AddScoped<FormCommands>()
            .AddScoped<ReasonForms>()
            .AddScoped<CallersTasks>()
            .AddScoped<SimilarLines>()
            .AddScoped<IProblemPages, PageProblems>();
    }
}
