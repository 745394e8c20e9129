using System.ComponentModel.DataAnnotations;

namespace MicroCred.App.Settings;

/// <summary>The site's addresses.</summary>
[Section("Site")]
internal sealed class SiteOptions
{
    /// <summary>The site's public address.</summary>
    [Url]
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>Where people sign in. The default is App Service authentication with Entra ID.</summary>
    [RegularExpression("/.*", ErrorMessage = "Give a path on the site, such as /.auth/login/aad.")]
    public string SignInPath { get; init; } = "/.auth/login/aad";

    /// <summary>The e-mail address that people write to about the service.</summary>
    [EmailAddress]
    public string Contact { get; init; } = "help@microcred.example";
}
