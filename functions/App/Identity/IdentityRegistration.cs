using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Identity;

internal static class IdentityRegistration
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) =>
        services
            .AddSettings<IdentityOptions>()
            .AddSettings<DirectoryOptions>()
            .AddSingleton<PrincipalTrust>()
            .AddSingleton<SectorDirectory>()
            .AddSingleton<Callers>()
            .AddScoped<CurrentUser>()
            .AddScoped<ReadLog>();
}
