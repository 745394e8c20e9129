using DurableTask.Core.History;
using MicroCred.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace MicroCred.Simulation.Histories;

/// <summary>A recorded history: a file with one orchestration's events, oldest first, each named by its type.</summary>
internal static class HistoryFile
{
    private static readonly JsonSerializer Json = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
            DateTimeZoneHandling = DateTimeZoneHandling.Utc,
            Formatting = Formatting.Indented,
            Converters = { new StringEnumConverter() },
        }
    );

    /// <summary>The folder in the source tree that holds a folder for each released version.</summary>
    public static string Folder { get; } = Repository.Path("tests/Simulation/Histories");

    /// <summary>The recorded files, such as <c>1.0/happy</c>.</summary>
    public static IEnumerable<string> All() =>
        from version in Directory.EnumerateDirectories(Folder)
        from file in Directory.EnumerateFiles(version, "*.json")
        let name = $"{Path.GetFileName(version)}/{Path.GetFileNameWithoutExtension(file)}"
        orderby name
        select name;

    public static IReadOnlyList<HistoryEvent> Read(string name) => Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")));

    /// <summary>Reads events from such a file or from the engine's export.</summary>
    public static IReadOnlyList<HistoryEvent> Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. JArray.Load(reader).Select(Event)];
    }

    public static void Write(string name, IReadOnlyList<HistoryEvent> history)
    {
        var path = Path.Combine(Folder, $"{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var text = new StreamWriter(path) { NewLine = "\n" };
        Json.Serialize(text, history);
        text.WriteLine();
    }

    private static HistoryEvent Event(JToken json)
    {
        var type = json[nameof(HistoryEvent.EventType)]!.ToObject<EventType>(Json);
        return (HistoryEvent)json.ToObject(HistoryEvent.KnownTypes().Single(known => known.Name == $"{type}Event"), Json)!;
    }
}
