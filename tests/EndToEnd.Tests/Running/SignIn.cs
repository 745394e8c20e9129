using System.Text.Json;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>
/// How a caller says who they are: a bearer token that the local sign-in knows, or, with MICROCRED_AUTH=principal, the header that the
/// platform's sign-in would set, for a bare Functions host.
/// </summary>
internal sealed record SignIn(string Header, string Value)
{
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";

    public static bool ByPrincipal { get; } = Environment.GetEnvironmentVariable("MICROCRED_AUTH") == "principal";

    public static SignIn None { get; } = new("", "");

    public static SignIn For(string persona) => ByPrincipal ? Principal(Personas.Get(persona)) : Bearer(persona);

    public static SignIn Bearer(string token) => new("Authorization", $"Bearer {token}");

    public static SignIn Principal(Persona persona)
    {
        IEnumerable<(string Type, string Value)> claims =
        [
            ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", persona.Id),
            ("name", persona.Name),
            .. persona.Roles.Select(role => ("roles", role)),
            .. persona.Claims.Select(claim => (claim.Key, claim.Value)),
        ];
        return new(
            PrincipalHeader,
            Convert.ToBase64String(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        auth_typ = "local",
                        name_typ = "name",
                        role_typ = "roles",
                        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
                    }
                )
            )
        );
    }
}
