using MicroCred.App.Settings;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Identity;

/// <summary>Whether the header <c>X-MS-CLIENT-PRINCIPAL</c> is trusted.</summary>
/// <remarks>
/// A bare Functions host passes on any such header that a client makes up, so it is trusted only where
/// <c>Identity__TrustPlatformPrincipal</c> says that something in front sets it. In Azure that setting stays when somebody switches App
/// Service authentication off, so there the platform must also say that authentication is on.
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
                ? "Nobody can sign in: this is Azure by Platform__InAzure, and WEBSITE_AUTH_ENABLED, "
                    + "by which App Service says that authentication is on, isn't true."
            : null;
        IsGiven = asked && Doubt is null;
    }

    public bool IsGiven { get; }

    /// <summary>Why nobody can sign in where people should be able to; null where they can, or where nobody is meant to.</summary>
    public string? Doubt { get; }
}
