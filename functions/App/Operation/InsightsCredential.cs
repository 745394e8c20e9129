using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Operation;

/// <summary>
/// The managed identity that telemetry is sent with, as the host reads it too: <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>, either
/// <c>Authorization=AAD</c> for the app's own or <c>ClientId=…;Authorization=AAD</c> for one that was given to it.
/// </summary>
internal sealed record InsightsCredential(TokenCredential Identity)
{
    /// <summary>Null where the setting isn't there; then the connection string alone has to do.</summary>
    /// <exception cref="InvalidOperationException">The setting says something else.</exception>
    public static InsightsCredential? Of(IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is not { Length: > 0 } text)
        {
            return null;
        }

        Dictionary<string, string> parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(part => part[0], part => part.Length > 1 ? part[1] : "", StringComparer.OrdinalIgnoreCase);
        if (!parts.GetValueOrDefault("Authorization", "").Equals("AAD", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("APPLICATIONINSIGHTS_AUTHENTICATION_STRING is Authorization=AAD or ClientId=…;Authorization=AAD.");
        }

        return new InsightsCredential(new ManagedIdentityCredential(
            parts.GetValueOrDefault("ClientId") is { Length: > 0 } client
                ? ManagedIdentityId.FromUserAssignedClientId(client)
                : ManagedIdentityId.SystemAssigned));
    }
}
