using Azure.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Signing;

/// <summary>Registers the signing key: in Azure the vault's, accessed as the app's own identity; elsewhere one in a file.</summary>
internal static class SigningRegistration
{
    public static IServiceCollection AddSigning(this IServiceCollection services) =>
        services.AddSettings<SigningOptions>().AddSingleton(Key).AddSingleton<Jws>();

    private static ISigningKey Key(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SigningOptions>>();
        var identity = provider.GetRequiredService<IOptions<StorageAccountOptions>>().Value.ClientId;
        return options.Value.KeyUri.Length > 0
            ? new VaultKey(
                new Uri(options.Value.KeyUri),
                new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity })
            )
            : new LocalKey(options);
    }
}
