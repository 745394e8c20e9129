using System.Text.Json;

namespace MicroCred.Host.Identity;

/// <summary>Somebody that one can be on this machine. The id is what programs send as bearer token; claims go by their types.</summary>
internal sealed record Persona(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>Those of local.personas.json, beside the app; none when there is no such file: then nobody can sign in.</summary>
    public static IReadOnlyList<Persona> Read(string folder, List<string> faults)
    {
        var path = Path.Combine(folder, "local.personas.json");
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<List<Persona>>(File.ReadAllBytes(path), JsonSerializerOptions.Web)! : [];
        }
        catch (JsonException unreadable)
        {
            faults.Add($"{path} can't be read: {unreadable.Message}");
            return [];
        }
    }
}
