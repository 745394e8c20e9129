using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MicroCred.Approval;

namespace MicroCred.App.Serialization;

/// <summary>How the app writes and reads JSON: camelCase, enums as strings.</summary>
internal static class AppJson
{
    /// <summary>
    /// What is kept in storage, in the orchestrations' history and in the queue. A field added later may be lacking in an old row.
    /// </summary>
    public static JsonSerializerOptions Stored { get; } = StoredOptions();

    /// <summary>What comes in and goes out over HTTP, and what is public.</summary>
    public static JsonSerializerOptions Api { get; } = ApiOptions();

    /// <summary>The same for what people send: its texts are composed as they are read.</summary>
    public static JsonSerializerOptions Received { get; } = new(Api) { Converters = { new ComposedTextConverter() } };

    /// <summary>The same for the worker: its options govern what orchestrations, activities and queue triggers are given.</summary>
    public static void ConfigureStored(JsonSerializerOptions options)
    {
        ConfigureHttp(options);
        options.PropertyNameCaseInsensitive = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.RespectRequiredConstructorParameters = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    /// <summary>What comes in and goes out over HTTP: an unknown or repeated property, or a number in quotes, is an error.</summary>
    public static void ConfigureHttp(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;

        // Answers are JSON and never part of a page, so nothing needs escaping for HTML's sake; a kept answer reads the same as the first.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in ApprovalJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }

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
