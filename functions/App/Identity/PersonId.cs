namespace MicroCred.App.Identity;

/// <summary>Normalises a person's id. One that is a GUID, as Entra ID's are, is the same in capitals.</summary>
internal static class PersonId
{
    public static string Of(string text) => Guid.TryParse(text, out var id) ? id.ToString() : text;
}
