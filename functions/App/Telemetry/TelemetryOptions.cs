using System.ComponentModel.DataAnnotations;
using Azure.Identity;
using MicroCred.App.Settings;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Telemetry;

/// <summary>The telemetry destinations; the host reads the same settings.</summary>
[Section("")]
internal sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The connection string of Application Insights; empty for none.</summary>
    [ConfigurationKeyName("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public string InsightsConnectionString { get; init; } = "";

    /// <summary>
    /// The managed identity that sends telemetry: <c>Authorization=AAD</c> for the system-assigned one,
    /// <c>ClientId=…;Authorization=AAD</c> for a user-assigned one. Empty to authenticate by the connection string alone.
    /// </summary>
    [ConfigurationKeyName("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    public string InsightsAuthentication { get; init; } = "";

    /// <summary>The OpenTelemetry collector's address; empty for none.</summary>
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public string CollectorEndpoint { get; init; } = "";

    /// <summary>The managed identity that sends telemetry; null for none.</summary>
    public ManagedIdentityCredential? InsightsIdentity() =>
        InsightsAuthentication.Length == 0
            ? null
            : new(
                Parts().GetValueOrDefault("ClientId") is { Length: > 0 } client
                    ? ManagedIdentityId.FromUserAssignedClientId(client)
                    : ManagedIdentityId.SystemAssigned
            );

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            InsightsAuthentication.Length > 0
            && !Parts().GetValueOrDefault("Authorization", "").Equals("AAD", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new ValidationResult(
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING is Authorization=AAD or ClientId=…;Authorization=AAD."
            );
        }
    }

    private Dictionary<string, string> Parts() =>
        InsightsAuthentication
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .DistinctBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(part => part[0], part => part.Length > 1 ? part[1] : "", StringComparer.OrdinalIgnoreCase);
}
