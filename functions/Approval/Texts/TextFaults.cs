using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace MicroCred.Approval;

/// <summary>
/// Checks the texts and lists that a person sent, whatever their subject: length, and characters that text can't contain.
/// </summary>
public static class TextFaults
{
    /// <summary>The most faults reported at once.</summary>
    private const int Most = 20;

    /// <summary>
    /// The faults, each a finding with its field, such as <c>microCredential.outcomes[3]</c>; empty where there are none.
    /// </summary>
    /// <param name="sent">A record whose texts carry a <see cref="TextLimitAttribute"/>.</param>
    public static IReadOnlyList<Finding> In(object sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return [.. Within(sent, "", limit: null).Take(Most)];
    }

    /// <summary>The fault of one text; null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The text's field.</param>
    /// <param name="limit">The text's limit.</param>
    public static Finding? Of(string text, string field, TextLimit limit)
    {
        if (!Text.IsWhole(text))
        {
            return Fault(field, "The text holds half a character.", "Type the text again where a character is missing or shown as a box.");
        }

        if (Refused(text, limit) is { } refused)
        {
            return Fault(
                field,
                $"The text holds {refused.Name} (U+{refused.Code:X4}) after {refused.At} characters.",
                "Take it out; it may be invisible, so type that place again."
            );
        }
        return text.Length > (int)limit
            ? Fault(
                field,
                string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters. It may have {(int)limit:N0}."),
                "Shorten it."
            )
            : null;
    }

    private static IEnumerable<Finding> Within(object value, string field, TextLimit? limit)
    {
        if (value is string text)
        {
            return limit is { } longest && Of(text, field, longest) is { } fault ? [fault] : [];
        }

        var type = ApprovalJson.Options.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => WithinList([.. ((IEnumerable)value).Cast<object?>()], field, limit),
            JsonTypeInfoKind.Object => type.Properties.SelectMany(property =>
                property.Get?.Invoke(value) is { } held
                    ? Within(held, field.Length == 0 ? property.Name : $"{field}.{property.Name}", LimitOf(property))
                    : []
            ),
            _ => [],
        };
    }

    private static IEnumerable<Finding> WithinList(IReadOnlyList<object?> items, string field, TextLimit? limit) =>
        items.Count > ListLimitAttribute.Items
            ?
            [
                Fault(
                    field,
                    $"The list has {items.Count} items. It may have {ListLimitAttribute.Items}.",
                    "Leave some out, or put several into one."
                ),
            ]
            : items.SelectMany((item, index) => item is null ? [] : Within(item, $"{field}[{index}]", limit));

    private static TextLimit? LimitOf(JsonPropertyInfo property) =>
        (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<TextLimitAttribute>()?.Limit;

    private static (string Name, int Code, int At)? Refused(string text, TextLimit limit)
    {
        var at = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (Refused(character, limit) is { } name)
            {
                return (name, character.Value, at);
            }

            at += character.Utf16SequenceLength;
        }
        return null;
    }

    private static string? Refused(Rune character, TextLimit limit) =>
        character.Value switch
        {
            '\t' or '\n' or '\r' => limit == TextLimit.Title ? "a line break or a tab, which this field can't have," : null,
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "a character that changes the direction of the text",
            0xFFFE or 0xFFFF => "a character that isn't one",
            _ => Rune.IsControl(character) ? "a control character" : null,
        };

    private static Finding Fault(string field, string message, string action) => new("TEXT01", Severity.Error, field, message, action);
}
