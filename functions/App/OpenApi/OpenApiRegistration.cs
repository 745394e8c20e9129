using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.OpenApi;

/// <summary>Registers the API's description.</summary>
internal static class OpenApiRegistration
{
    public static IServiceCollection AddOpenApi(this IServiceCollection services) => services.AddSingleton<OpenApiText>();
}
