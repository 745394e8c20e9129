using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Archiving;

/// <summary>Registers what is put away each night.</summary>
internal static class ArchiveRegistration
{
    public static IServiceCollection AddArchiving(this IServiceCollection services) =>
        services.AddSingleton<Archive>().AddSingleton<SignedNights>().AddSingleton<ArchiveMeter>();
}
