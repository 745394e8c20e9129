using MicroCred.App.Settings;

namespace MicroCred.App.Identity;

/// <summary>Which source of identities the app trusts.</summary>
[Section("Identity")]
internal sealed class IdentityOptions
{
    /// <summary>Whether something in front of the app sets <c>X-MS-CLIENT-PRINCIPAL</c>, so that the header can be trusted.</summary>
    public bool TrustPlatformPrincipal { get; init; }
}
