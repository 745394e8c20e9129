using System.Text.Json;

namespace MicroCred.Host.Identity;

/// <summary>A local identity to sign in as. Programs send its id as the bearer token; claims are keyed by their types.</summary>
internal sealed record Persona(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Claims)
{
    /// <summary>The personas of local.personas.json beside the app; none without that file, and then nobody can sign in.</summary>
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
