using System.ComponentModel.DataAnnotations;

namespace MicroCred.App.Settings;

/// <summary>Where the site is.</summary>
[Section("Site")]
internal sealed class SiteOptions
{
    /// <summary>The site's address for the world.</summary>
    [Url]
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>Where people sign in. By default where App Service authentication does it with Entra ID.</summary>
    [RegularExpression("/.*", ErrorMessage = "Give a path on the site, such as /.auth/login/aad.")]
    public string SignInPath { get; init; } = "/.auth/login/aad";
}
