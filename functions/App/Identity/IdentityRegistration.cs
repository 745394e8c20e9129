using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Identity;

/// <summary>Registers who is who and who may read what.</summary>
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
