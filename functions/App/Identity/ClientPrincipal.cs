using System.Text.Json;

namespace MicroCred.App.Identity;

/// <summary>
/// The signed-in person according to App Service authentication: the header <c>X-MS-CLIENT-PRINCIPAL</c>, Base64 of JSON.
/// </summary>
/// <param name="Auth_typ">The identity provider.</param>
/// <param name="Name_typ">The type of the claim that holds the name.</param>
/// <param name="Role_typ">The type of the claims that hold roles.</param>
/// <param name="Claims">Every claim.</param>
/// <remarks>Source: learn.microsoft.com, "Work with user identities in Azure App Service authentication".</remarks>
internal sealed record ClientPrincipal(string? Auth_typ, string? Name_typ, string? Role_typ, IReadOnlyList<ClientPrincipal.Claim?>? Claims)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly string[] IdTypes =
    [
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
        "oid",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
        "sub",
    ];

    private static readonly string[] RoleTypes = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    private static readonly string[] NameTypes = ["name", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"];

    /// <summary>Parses the header; null where it is missing or isn't what App Service writes.</summary>
    public static ClientPrincipal? Read(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(header), Options);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    public string? Id => First(IdTypes);

    /// <summary>
    /// The name shown to others. App Service's own choice of name, often an e-mail address, is used only where there is no other.
    /// </summary>
    public string? Name => First(NameTypes) ?? (Name_typ is null ? null : First([Name_typ]));

    public IEnumerable<string> Roles =>
        Known.Where(claim => claim.Typ == Role_typ || RoleTypes.Contains(claim.Typ)).Select(claim => claim.Val).OfType<string>();

    /// <summary>The roles that the app knows, each by its exact name: a claim that lists two gives neither.</summary>
    public IEnumerable<Role> AppRoles => Enum.GetValues<Role>().Where(role => Roles.Contains(role.ToString()));

    public string? Value(string type) => First([type]);

    private IEnumerable<Claim> Known => (Claims ?? []).OfType<Claim>();

    private string? First(IEnumerable<string> types) =>
        types.Select(type => Known.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>One claim.</summary>
    /// <param name="Typ">Its type.</param>
    /// <param name="Val">Its value.</param>
    internal sealed record Claim(string? Typ, string? Val);
}
