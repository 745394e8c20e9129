using System.Text.Json;

namespace MicroCred.Host.Identity;

/// <summary>The personas of local.personas.json, beside the app.</summary>
internal sealed class Personas
{
    private readonly Dictionary<string, Persona> _byId;

    private Personas(IReadOnlyList<Persona> all) => (All, _byId) = (all, all.ToDictionary(persona => persona.Id, StringComparer.Ordinal));

    public IReadOnlyList<Persona> All { get; }

    /// <summary>None when there is no such file: then nobody can sign in.</summary>
    public static Personas Read(string folder, List<string> faults)
    {
        var path = Path.Combine(folder, "local.personas.json");
        try
        {
            return new Personas(File.Exists(path) ? JsonSerializer.Deserialize<List<Persona>>(File.ReadAllBytes(path), JsonSerializerOptions.Web)! : []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            faults.Add($"{path} can't be read: {unreadable.Message}");
            return new Personas([]);
        }
    }

    public Persona? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);
}
