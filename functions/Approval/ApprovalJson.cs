using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MicroCred.Approval;

/// <summary>How the domain is written as JSON: camelCase, enums by name, and nothing read that isn't known.</summary>
public static class ApprovalJson
{
    /// <summary>
    /// Strict both ways: unknown or repeated members, numbers in quotes, numeric enums, missing required members and nulls
    /// where none is allowed are all a <see cref="JsonException"/>. Macrons are written as themselves.
    /// </summary>
    public static JsonSerializerOptions Options { get; } =
        Frozen(
            new(JsonSerializerDefaults.Web)
            {
                Converters = { new EnumNameConverter() },
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
                NumberHandling = JsonNumberHandling.Strict,
                UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
                AllowDuplicateProperties = false,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
            }
        );

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
