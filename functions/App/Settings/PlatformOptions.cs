using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>The hosting environment, as described by the deployment template and by Azure itself.</summary>
[Section("")]
internal sealed class PlatformOptions
{
    /// <summary>Whether the app was deployed to Azure by the template, which alone sets <c>Platform__InAzure</c>.</summary>
    [ConfigurationKeyName("Platform:InAzure")]
    public bool InAzure { get; init; }

    /// <summary>
    /// Whether App Service authentication is enabled, by the platform's own variable: "Read-only. Injected into a Windows or Linux app to
    /// indicate whether App Service authentication is enabled."
    /// </summary>
    /// <remarks>
    /// Source: learn.microsoft.com, "Environment variables and app settings in Azure App Service", authentication and authorization. It
    /// doesn't mention Flex Consumption, and this couldn't be tested there.
    /// </remarks>
    public bool Authenticates => bool.TryParse(AuthEnabled, out var enabled) && enabled;

    [ConfigurationKeyName("WEBSITE_AUTH_ENABLED")]
    public string AuthEnabled { get; init; } = "";
}
