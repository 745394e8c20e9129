using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MicroCred.Approval;

namespace MicroCred.App.Serialization;

/// <summary>How the app writes and reads JSON: camelCase, enums as strings.</summary>
internal static class AppJson
{
    /// <summary>For data stored in tables, orchestration histories and queues. Fields added later may be missing from old rows.</summary>
    public static JsonSerializerOptions Stored { get; } = StoredOptions();

    /// <summary>For requests and responses over HTTP, and for public files.</summary>
    public static JsonSerializerOptions Api { get; } = ApiOptions();

    /// <summary>The same for request bodies: texts are normalised to composed characters while they are read.</summary>
    public static JsonSerializerOptions Received { get; } = new(Api) { Converters = { new ComposedTextConverter() } };

    /// <summary>The same for the worker, which uses its options for the inputs of orchestrations, activities and queue triggers.</summary>
    public static void ConfigureStored(JsonSerializerOptions options)
    {
        ConfigureHttp(options);
        options.PropertyNameCaseInsensitive = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.RespectRequiredConstructorParameters = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    /// <summary>For HTTP: an unknown or repeated property, or a number in quotes, is an error.</summary>
    public static void ConfigureHttp(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;

        // Responses are JSON and never part of a page, so they need no HTML escaping; that also keeps a repeated answer identical to the
        // first.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in ApprovalJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }

    /// <summary>A value as it is sent, and as public files have it.</summary>
    public static BinaryData Bytes<T>(T value) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, Api));

    private static JsonSerializerOptions StoredOptions()
    {
        JsonSerializerOptions options = new();
        ConfigureStored(options);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } };
        return options;
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (!type.Type.IsDefined(typeof(KindsAttribute), inherit: false))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in type.Type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(type.Type) && !kind.IsAbstract))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }

    private static JsonSerializerOptions ApiOptions()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
        ConfigureHttp(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
