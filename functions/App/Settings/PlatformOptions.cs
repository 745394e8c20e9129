using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>What stands around the app: what the template says of it, and what Azure itself does.</summary>
[Section("")]
internal sealed class PlatformOptions
{
    /// <summary>Whether the app was put into Azure by the template, which alone sets <c>Platform__InAzure</c>.</summary>
    [ConfigurationKeyName("Platform:InAzure")]
    public bool InAzure { get; init; }

    /// <summary>
    /// Whether App Service authentication stands in front, by the platform's own variable: "Read-only. Injected into a Windows or Linux
    /// app to indicate whether App Service authentication is enabled."
    /// </summary>
    /// <remarks>
    /// Source: learn.microsoft.com, "Environment variables and app settings in Azure App Service", authentication and authorization. It
    /// doesn't name Flex Consumption, where it couldn't be tried.
    /// </remarks>
    public bool Authenticates => bool.TryParse(AuthEnabled, out var enabled) && enabled;

    [ConfigurationKeyName("WEBSITE_AUTH_ENABLED")]
    public string AuthEnabled { get; init; } = "";
}
