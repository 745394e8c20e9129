using MicroCred.App.Settings;

namespace MicroCred.App.Identity;

/// <summary>Whom the app believes.</summary>
[Section("Identity")]
internal sealed class IdentityOptions
{
    /// <summary>Whether something in front of the app writes <c>X-MS-CLIENT-PRINCIPAL</c>, so that it says who somebody is.</summary>
    public bool TrustPlatformPrincipal { get; init; }
}
