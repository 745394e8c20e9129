using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MicroCred.App.Http;

/// <summary>Finds a null in any list of a body that was read.</summary>
internal static class NullsInLists
{
    /// <summary>Where the first one is, such as <c>microCredential.outcomes[0]</c>; null where there is none.</summary>
    public static string? First(object body, JsonSerializerOptions options) => Places(body, "", options).FirstOrDefault();

    private static IEnumerable<string> Places(object value, string path, JsonSerializerOptions options)
    {
        JsonTypeInfo type = options.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => ((IEnumerable)value).Cast<object?>().SelectMany((item, index) =>
                item is null ? [$"{path}[{index}]"] : Places(item, $"{path}[{index}]", options)),
            JsonTypeInfoKind.Object => type.Properties.SelectMany(property =>
                property.Get?.Invoke(value) is { } held ? Places(held, path.Length == 0 ? property.Name : $"{path}.{property.Name}", options) : []),
            _ => [],
        };
    }
}
