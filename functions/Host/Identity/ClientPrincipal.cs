using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Host.Identity;

/// <summary>The headers in which App Service tells an app who has signed in.</summary>
internal static class ClientPrincipal
{
    public const string NameIdentifier = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier";

    private const string Prefix = "X-MS-CLIENT-PRINCIPAL";
    private const string Provider = "local";

    /// <summary>Takes away what comes from outside, whatever it says, and puts in who it is; nobody, when null.</summary>
    public static void Set(IHeaderDictionary headers, Persona? persona)
    {
        var forged = headers.Keys.Where(name =>
            name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-MS-TOKEN-", StringComparison.OrdinalIgnoreCase));
        foreach (var name in forged.ToList())
            headers.Remove(name);

        if (persona is null)
            return;

        headers[Prefix] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Principal(Provider, "name", "roles", ClaimsOf(persona))));
        headers[$"{Prefix}-ID"] = persona.Id;
        headers[$"{Prefix}-IDP"] = Provider;
        // A header carries ASCII only: App Service percent-encodes what isn't.
        headers[$"{Prefix}-NAME"] = Uri.EscapeDataString(persona.Name);
    }

    /// <summary>What <c>/.auth/me</c> says of somebody.</summary>
    public static object Describe(Persona persona) =>
        new[] { new { provider_name = Provider, user_id = persona.Name, user_claims = ClaimsOf(persona) } };

    private static IEnumerable<Claim> ClaimsOf(Persona persona) =>
    [
        new(NameIdentifier, persona.Id),
        new("name", persona.Name),
        .. persona.Roles.Select(role => new Claim("roles", role)),
        .. persona.Claims.Select(claim => new Claim(claim.Key, claim.Value)),
    ];

    private sealed record Claim([property: JsonPropertyName("typ")] string Type, [property: JsonPropertyName("val")] string Value);

    private sealed record Principal(
        [property: JsonPropertyName("auth_typ")] string AuthenticationType,
        [property: JsonPropertyName("name_typ")] string NameType,
        [property: JsonPropertyName("role_typ")] string RoleType,
        [property: JsonPropertyName("claims")] IEnumerable<Claim> Claims);
}
