using Azure.Storage.Blobs;
using MicroCred.App.Http;
using MicroCred.App.Pages.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Pages;

/// <summary>Registers the pages.</summary>
internal static class PageRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // A page's token is written anew each time, so that compressing it with what somebody else chose tells nothing of it.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddDataProtection().SetApplicationName("MicroCred");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<BlobServiceClient>((options, blobs) => options.XmlRepository = new FormKeys(blobs));
        return services
            .AddSingleton<FormTokens>()
            // Blazor's renderer asks for scoped services, which the worker, on a developer's machine, refuses to a singleton.
            .AddScoped<MicroCred.Portal.Pages>()
            .AddScoped<CallersPages>()
            .AddScoped<FormPosts>()
            .AddScoped<FormCommands>()
            .AddScoped<CallersTasks>()
            .AddScoped<IProblemPages, PageProblems>();
    }
}
