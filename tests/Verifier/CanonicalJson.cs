using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MicroCred.Verification;

/// <summary>RFC 8785, written apart from the app's own.</summary>
public static class CanonicalJson
{
    private const int MostDigits = 17;

    /// <summary>The canonical form of a value.</summary>
    /// <param name="value">The value, read without repeated members.</param>
    /// <param name="without">Members of the outermost object to leave out.</param>
    /// <exception cref="FaultException">It has none.</exception>
    public static string Of(JsonElement value, params string[] without) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ',',
                    value
                        .EnumerateObject()
                        .ExceptBy(without, member => member.Name)
                        .OrderBy(member => member.Name, StringComparer.Ordinal)
                        .Select(member => $"{Quoted(member.Name)}:{Of(member.Value)}")
                )
                + "}",
            JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(item => Of(item)))}]",
            JsonValueKind.String => Quoted(value.GetString()!),
            JsonValueKind.Number => Number(value.GetDouble()),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "null",
        };

    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (var unit in text)
        {
            var escape = "\b\t\n\f\r\"\\".IndexOf(unit, StringComparison.Ordinal);
            quoted.Append(
                escape >= 0 ? $"\\{"btnfr\"\\"[escape]}"
                : unit < 0x20 ? $"\\u00{(int)unit:x2}"
                : unit.ToString()
            );
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The fewest digits that read back as the number, in the notation of ECMAScript.</summary>
    private static string Number(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new FaultException("A number is too large to be read.");
        }

        if (number == 0)
        {
            return "0";
        }

        var scientific = Enumerable
            .Range(0, MostDigits)
            .Select(digits => Math.Abs(number).ToString($"E{digits}", CultureInfo.InvariantCulture))
            .First(text => double.Parse(text, CultureInfo.InvariantCulture) == Math.Abs(number));
        var (mantissa, exponent) = (scientific.Split('E')[0], int.Parse(scientific.Split('E')[1], CultureInfo.InvariantCulture));
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var sign = number < 0 ? "-" : "";
        return exponent switch
        {
            < -6 or > 20 => $"{sign}{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}",
            < 0 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => $"{sign}{digits}{new string('0', exponent + 1 - digits.Length)}",
            _ => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }
}
