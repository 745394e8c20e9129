using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MicroCred.Approval;

/// <summary>The domain's JSON: camelCase, enums by name, unknown members rejected.</summary>
public static class ApprovalJson
{
    /// <summary>
    /// Strict options: unknown or repeated members, numbers in quotes, numeric enums, missing required members and nulls for non-nullable
    /// members all throw <see cref="JsonException"/>. Macrons aren't escaped.
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
