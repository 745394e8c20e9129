using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Archiving;

internal static class ArchiveRegistration
{
    public static IServiceCollection AddArchiving(this IServiceCollection services) =>
        services.AddSingleton<Archive>().AddSingleton<SignedNights>().AddSingleton<ArchiveMeter>();
}
