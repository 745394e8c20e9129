namespace MicroCred.Host.Identity;

/// <summary>Somebody that one can be on this machine.</summary>
/// <param name="Id">What programs send as bearer token, and the identity's own id.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Roles">The roles in the app.</param>
/// <param name="Claims">Whatever else is known, by the claim's type.</param>
internal sealed record Persona(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Claims);
