using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>
/// JSON in its one canonical form [RFC 8785]: members by name, numbers and texts as ECMAScript writes them, no white space. Two texts that say
/// the same have the same form, so that a hash of it is a hash of what is said.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical form of a JSON text in UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <param name="without">Members of the outermost object that are left out.</param>
    /// <exception cref="JsonException">
    /// It isn't JSON, or has no canonical form: a member occurs twice, a number is too large, or a text isn't Unicode.
    /// </exception>
    public static string Of(ReadOnlyMemory<byte> json, params IReadOnlyCollection<string> without) =>
        Written(() =>
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Of(document.RootElement, without);
        });

    /// <summary>The canonical form of a JSON value without repeated members.</summary>
    /// <param name="value">The value.</param>
    /// <param name="without">Members of the outermost object that are left out.</param>
    /// <exception cref="JsonException">It has no canonical form: a number is too large, or a text isn't Unicode.</exception>
    public static string Of(JsonElement value, params IReadOnlyCollection<string> without) =>
        Written(() =>
        {
            StringBuilder written = new();
            Write(value, written, without);
            return written.ToString();
        });

    private static string Written(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (InvalidOperationException failure)
        {
            // .NET finds this only where it decodes a text.
            throw new JsonException("A text holds half of a surrogate pair.", failure);
        }
    }

    private static void Write(JsonElement value, StringBuilder written, IReadOnlyCollection<string> without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                written.Append('{');
                var members = value
                    .EnumerateObject()
                    .Where(member => !without.Contains(member.Name))
                    .OrderBy(member => member.Name, StringComparer.Ordinal);
                var isFirst = true;
                foreach (var member in members)
                {
                    written.Append(isFirst ? "" : ",");
                    isFirst = false;
                    WriteText(member.Name, written);
                    written.Append(':');
                    Write(member.Value, written, []);
                }

                written.Append('}');
                break;
            case JsonValueKind.Array:
                written.Append('[');
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    written.Append(index > 0 ? "," : "");
                    Write(item, written, []);
                }

                written.Append(']');
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, written);
                break;
            case JsonValueKind.Number:
                written.Append(NumberOf(value));
                break;
            default:
                written.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteText(string text, StringBuilder written)
    {
        written.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\b' => written.Append("\\b"),
                '\t' => written.Append("\\t"),
                '\n' => written.Append("\\n"),
                '\f' => written.Append("\\f"),
                '\r' => written.Append("\\r"),
                < ' ' => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => written.Append(character),
            };
        }

        written.Append('"');
    }

    private static string NumberOf(JsonElement value) =>
        value.TryGetDouble(out var number) && double.IsFinite(number)
            ? NumberOf(number)
            : throw new JsonException($"The number {value.GetRawText()} is too large.");

    /// <summary>A number by ECMAScript's Number::toString. .NET gives the same digits, the shortest ones, in other notation.</summary>
    private static string NumberOf(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.')[0];
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');

        // The number is 0.digits times ten to the power of this.
        var power = whole.Length - (all.Length - digits.Length) + (parts is [_, var e] ? int.Parse(e, CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');

        var sign = number < 0 ? "-" : "";
        if (power is > -6 and <= 21)
        {
            return sign
                + (
                    power <= 0 ? $"0.{new string('0', -power)}{digits}"
                    : power < digits.Length ? $"{digits[..power]}.{digits[power..]}"
                    : digits.PadRight(power, '0')
                );
        }

        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{power - 1:+0;-0}");
    }
}
