using System.Text.Json;

namespace MicroCred.Host.Identity;

/// <summary>The headers in which App Service tells an app who has signed in.</summary>
internal static class ClientPrincipal
{
    private const string Prefix = "X-MS-CLIENT-PRINCIPAL";
    private const string Provider = "local";

    /// <summary>Takes away what comes from outside, whatever it says, and puts in who it is; nobody, when null.</summary>
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

        // A header carries ASCII only: App Service percent-encodes what isn't.
        headers[$"{Prefix}-NAME"] = Uri.EscapeDataString(persona.Name);
    }

    /// <summary>What <c>/.auth/me</c> says of somebody.</summary>
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
