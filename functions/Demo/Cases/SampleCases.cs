using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MicroCred.Demo.Cases;

/// <summary>The cases under Samples, embedded by the build.</summary>
internal static class SampleCases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>JSON for people: indented, with letters such as ā unescaped.</summary>
    public static JsonSerializerOptions Readable { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<SampleCase> All { get; } =
    [
        .. typeof(SampleCases)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith("/script.json", StringComparison.Ordinal))
            .Select(name => Load(name.Split('/')[1]))
            .OrderBy(sample => sample.Script.Order),
    ];

    private static SampleCase Load(string id) =>
        new(
            id,
            JsonNode.Parse(Resource(id, "application.json"))!.AsObject(),
            JsonSerializer.Deserialize<Script>(Resource(id, "script.json"), Options)!
        );

    private static Stream Resource(string id, string file) =>
        typeof(SampleCases).Assembly.GetManifestResourceStream($"Samples/{id}/{file}")!;
}
