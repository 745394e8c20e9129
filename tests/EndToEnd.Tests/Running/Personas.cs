using System.Text.Json;

namespace MicroCred.EndToEnd.Tests.Running;

internal sealed record Persona(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Claims);

/// <summary>The people of local.personas.json.</summary>
internal static class Personas
{
    private static readonly Dictionary<string, Persona> ById = Load().ToDictionary(persona => persona.Id);

    public static Persona Get(string id) => ById[id];

    private static List<Persona> Load()
    {
        using var file = typeof(Personas).Assembly.GetManifestResourceStream("local.personas.json")!;
        return JsonSerializer.Deserialize<List<Persona>>(file, JsonSerializerOptions.Web)!;
    }
}
