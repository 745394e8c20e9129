using System.Text.Json.Nodes;

namespace MicroCred.App.OpenApi;

/// <summary>Adds examples to OpenAPI nodes.</summary>
internal static class ExampleNodes
{
    /// <summary>The media type with its example; unchanged where there is none.</summary>
    public static JsonObject With(this JsonObject mediaType, JsonNode? example)
    {
        if (example is not null)
        {
            mediaType["example"] = example;
        }

        return mediaType;
    }
}
