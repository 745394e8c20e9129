using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Signing;

/// <summary>The key that the app signs with: in Azure the vault's, by the app's own identity; elsewhere one in a file.</summary>
internal static class SigningRegistration
{
    public static IServiceCollection AddSigning(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Signing:KeyUri"] is { Length: > 0 } uri)
        {
            services.AddSingleton<ISigningKey>(_ => new VaultKey(
                new Uri(uri), new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration["AzureWebJobsStorage:clientId"] })));
        }
        else
        {
            services.AddSingleton<ISigningKey, LocalKey>();
        }

        return services.AddSingleton<Jws>();
    }
}
