using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.ProbeApp;

/// <summary>The app's JSON options: camelCase, enums as strings.</summary>
internal static class Json
{
    /// <summary>The worker's options for queues, timers and orchestrations.</summary>
    public static JsonSerializerOptions Lenient { get; } = WithNames(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    /// <summary>The options for HTTP: an unknown, missing or repeated property is an error.</summary>
    public static void MakeStrict(JsonSerializerOptions options)
    {
        WithNames(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }

    private static JsonSerializerOptions WithNames(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
