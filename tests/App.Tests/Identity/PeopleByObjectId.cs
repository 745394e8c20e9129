using System.Text.Json.Nodes;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Identity;

/// <summary>
/// A copy of the built app in which every local persona has an object id as Entra ID gives them, and is known to the directory by it. Such an
/// id is no word of the language, so that it is found wherever it slips out.
/// </summary>
internal sealed class PeopleByObjectId : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PeopleByObjectId()
    {
        string built = Repository.Built("functions/App");
        foreach (string file in System.IO.Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(App, Path.GetRelativePath(built, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string personas = Path.Combine(App, "local.personas.json");
        Ids = JsonNode.Parse(File.ReadAllText(personas))!.AsArray().ToDictionary(persona => (string)persona!["id"]!, _ => Guid.NewGuid().ToString());
        foreach (string file in new[] { personas, Directory })
        {
            File.WriteAllText(file, Ids.Aggregate(File.ReadAllText(file), (text, person) =>
                text.Replace($"\"id\": \"{person.Key}\"", $"\"id\": \"{person.Value}\"", StringComparison.Ordinal)
                    .Replace($"[\"{person.Key}\"]", $"[\"{person.Value}\"]", StringComparison.Ordinal)));
        }
    }

    /// <summary>The copy's folder.</summary>
    public string App => _folder["app"];

    /// <summary>Its directory of people and organisations.</summary>
    public string Directory => Path.Combine(App, "Identity", "directory.json");

    /// <summary>Everybody's object id, by the local persona's.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; }

    public IEnumerable<string> Evaluators => Ids.Where(person => person.Key.StartsWith("evaluator-", StringComparison.Ordinal)).Select(person => person.Value);

    public void Dispose() => _folder.Dispose();
}
