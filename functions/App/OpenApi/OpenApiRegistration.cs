using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.OpenApi;

internal static class OpenApiRegistration
{
    public static IServiceCollection AddOpenApi(this IServiceCollection services) => services.AddSingleton<OpenApiText>();
}
