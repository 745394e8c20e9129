using System.Text.Json;

namespace MicroCred.Host.Identity;

/// <summary>The headers by which App Service tells an app who has signed in.</summary>
internal static class ClientPrincipal
{
    private const string Prefix = "X-MS-CLIENT-PRINCIPAL";
    private const string Provider = "local";

    /// <summary>Replaces the principal headers from outside with those of a persona; removes them when it is null.</summary>
    public static void Set(IHeaderDictionary headers, Persona? persona)
    {
        foreach (var forged in headers.Keys.Where(name =>
            name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-MS-TOKEN-", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            headers.Remove(forged);
        }

        if (persona is null)
            return;

        var principal = new { auth_typ = Provider, name_typ = "name", role_typ = "roles", claims = ClaimsOf(persona) };
        headers[Prefix] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));
        headers[$"{Prefix}-ID"] = persona.Id;
        headers[$"{Prefix}-IDP"] = Provider;

        // Header values are ASCII: App Service percent-encodes other characters.
        headers[$"{Prefix}-NAME"] = Uri.EscapeDataString(persona.Name);
    }

    /// <summary>The answer of <c>/.auth/me</c> for a persona.</summary>
    public static object Describe(Persona persona) =>
        new[] { new { provider_name = Provider, user_id = persona.Name, user_claims = ClaimsOf(persona) } };

    private static IEnumerable<object> ClaimsOf(Persona persona)
    {
        IEnumerable<(string Type, string Value)> claims =
        [
            ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", persona.Id),
            ("name", persona.Name),
            .. persona.Roles.Select(role => ("roles", role)),
            .. persona.Claims.Select(claim => (claim.Key, claim.Value)),
        ];
        return claims.Select(claim => new { typ = claim.Type, val = claim.Value });
    }
}
