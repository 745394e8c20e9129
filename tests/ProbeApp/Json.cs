using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.ProbeApp;

/// <summary>How the app reads and writes JSON: camelCase, enums as strings.</summary>
internal static class Json
{
    /// <summary>For the worker: what queues, timers and orchestrations bring.</summary>
    public static JsonSerializerOptions Lenient { get; } = WithNames(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    /// <summary>For HTTP: an unknown, lacking or repeated property is an error.</summary>
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
