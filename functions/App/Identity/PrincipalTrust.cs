using MicroCred.App.Settings;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Identity;

/// <summary>Whether <c>X-MS-CLIENT-PRINCIPAL</c> says who somebody is.</summary>
/// <remarks>
/// A bare Functions host hands on any such header that a client makes up, so it counts only where <c>Identity__TrustPlatformPrincipal</c>
/// says that something in front writes it. In Azure that setting can outlive the authentication that it counts on, which somebody may
/// switch off, so there the platform has to say besides that authentication is on.
/// </remarks>
internal sealed class PrincipalTrust
{
    public PrincipalTrust(IOptions<IdentityOptions> identity, IOptions<PlatformOptions> platform)
    {
        var asked = identity.Value.TrustPlatformPrincipal;
        Doubt =
            !platform.Value.InAzure ? null
            : !asked ? "Nobody can sign in: this is Azure by Platform__InAzure, and Identity__TrustPlatformPrincipal isn't true."
            : !platform.Value.Authenticates
                ? "Nobody can sign in: this is Azure by Platform__InAzure, and WEBSITE_AUTH_ENABLED, by which App Service says that authentication is on, isn't true."
            : null;
        IsGiven = asked && Doubt is null;
    }

    public bool IsGiven { get; }

    /// <summary>Why nobody is believed where people should be able to sign in; null where they are, or where nobody is meant to.</summary>
    public string? Doubt { get; }
}
