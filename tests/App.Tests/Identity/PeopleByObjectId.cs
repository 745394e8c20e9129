using System.Text.Json.Nodes;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Identity;

/// <summary>
/// A copy of the built app in which every local persona has an object id like Entra ID's, and is in the directory under it. Such an id
/// can't occur in normal text, so that it is found wherever it leaks.
/// </summary>
internal sealed class PeopleByObjectId : IDisposable
{
    private readonly AppCopy _copy = new();

    public PeopleByObjectId()
    {
        var personas = Repository.Read("functions/App/local.personas.json");
        Ids = JsonNode.Parse(personas)!.AsArray().ToDictionary(persona => (string)persona!["id"]!, _ => Guid.NewGuid().ToString());
        _copy.Put("local.personas.json", WithIds(personas));
        Directory = _copy.Put("people.json", WithIds(Repository.Read("functions/App/Identity/directory.json")));
    }

    /// <summary>The copy's folder.</summary>
    public string App => _copy.Folder;

    /// <summary>Its directory of people and organisations.</summary>
    public string Directory { get; }

    /// <summary>Everybody's object id, by the local persona's.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; }

    public IEnumerable<string> Evaluators =>
        Ids.Where(person => person.Key.StartsWith("evaluator-", StringComparison.Ordinal)).Select(person => person.Value);

    public void Dispose() => _copy.Dispose();

    private string WithIds(string text) =>
        Ids.Aggregate(text, (with, person) =>
            with.Replace($"\"id\": \"{person.Key}\"", $"\"id\": \"{person.Value}\"", StringComparison.Ordinal)
                .Replace($"[\"{person.Key}\"]", $"[\"{person.Value}\"]", StringComparison.Ordinal)
        );
}
