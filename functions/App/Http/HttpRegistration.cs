using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Http;

internal static class HttpRegistration
{
    public static IServiceCollection AddHttp(this IServiceCollection services) =>
        services.AddSingleton<RequestOrigin>().AddScoped<CallersApplications>().AddScoped<CallersQuotas>().AddScoped<JsonCommands>();
}
