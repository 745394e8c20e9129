using System.Text.Json.Nodes;

namespace MicroCred.App.OpenApi;

/// <summary>Where OpenAPI keeps an example.</summary>
internal static class ExampleNodes
{
    /// <summary>The media type with its example; as it is where there is none.</summary>
    public static JsonObject With(this JsonObject mediaType, JsonNode? example)
    {
        if (example is not null)
        {
            mediaType["example"] = example;
        }

        return mediaType;
    }
}
