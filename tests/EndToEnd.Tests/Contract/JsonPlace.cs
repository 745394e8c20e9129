using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>The part of JSONPath that names one place: <c>$.items[0].id</c>.</summary>
internal static partial class JsonPlace
{
    /// <summary>What is there; null where nothing is.</summary>
    public static JsonNode? Find(JsonNode? from, string place)
    {
        var whole = Whole().Match(place) is { Success: true } match ? match : throw new FormatException($"{place} isn't a place.");
        return whole
            .Groups["step"]
            .Captures.Aggregate(from, (at, step) => (at, step.Value[0]) switch
                {
                    (JsonObject properties, '.') => properties[step.Value[1..]],
                    (JsonArray items, '[') => items.ElementAtOrDefault(int.Parse(step.Value[1..^1], CultureInfo.InvariantCulture)),
                    _ => null,
                });
    }

    [GeneratedRegex(@"^\$(?<step>\.\w+|\[\d+\])+$")]
    private static partial Regex Whole();
}
