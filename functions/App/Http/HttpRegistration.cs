using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Http;

/// <summary>Registers what requests are read and answered by.</summary>
internal static class HttpRegistration
{
    public static IServiceCollection AddHttp(this IServiceCollection services) =>
        services.AddScoped<CallersApplications>().AddScoped<CallersQuotas>().AddScoped<JsonCommands>();
}
