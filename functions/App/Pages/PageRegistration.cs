using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Pages;

/// <summary>Registers the pages.</summary>
internal static class PageRegistration
{
    // Blazor's renderer asks for scoped services, which the worker, on a developer's machine, refuses to a singleton.
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddScoped<MicroCred.Portal.Pages>();
}
