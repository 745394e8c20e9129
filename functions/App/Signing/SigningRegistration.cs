using Azure.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Signing;

/// <summary>Registers the signing keys: in Azure the vault's, accessed as the app's own identity; elsewhere those in files.</summary>
internal static class SigningRegistration
{
    public static IServiceCollection AddSigning(this IServiceCollection services) =>
        services
            .AddSettings<SigningOptions>()
            .AddSingleton(provider => Key(provider, options => (options.KeyUri, options.LocalKeyPath)))
            .AddSingleton<Jws>()
            .AddSingleton(provider => new RegisterKey(Key(provider, options => (options.RegisterKeyUri, options.RegisterLocalKeyPath))));

    private static ISigningKey Key(IServiceProvider provider, Func<SigningOptions, (string Uri, string LocalPath)> placeOf)
    {
        var (uri, localPath) = placeOf(provider.GetRequiredService<IOptions<SigningOptions>>().Value);
        var identity = provider.GetRequiredService<IOptions<StorageAccountOptions>>().Value.ClientId;
        return uri.Length > 0
            ? new VaultKey(
                new Uri(uri),
                new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity })
            )
            : new LocalKey(localPath);
    }
}
