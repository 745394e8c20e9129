using System.Text.Json;

namespace MicroCred.Emulator.Identity;

/// <summary>The personas of local.personas.json, beside the app.</summary>
internal sealed class Personas
{
    private readonly Dictionary<string, Persona> _byId;

    private Personas(IReadOnlyList<Persona> all) => (All, _byId) = (all, all.ToDictionary(persona => persona.Id, StringComparer.Ordinal));

    public IReadOnlyList<Persona> All { get; }

    /// <summary>None when there is no such file: then nobody can sign in.</summary>
    public static Personas Read(string folder)
    {
        var path = Path.Combine(folder, "local.personas.json");
        return new Personas(File.Exists(path) ? JsonSerializer.Deserialize<List<Persona>>(File.ReadAllBytes(path), JsonSerializerOptions.Web)! : []);
    }

    public Persona? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);
}
