using System.Globalization;
using System.Text;

namespace MicroCred.Inspection.Word;

/// <summary>
/// Evaluates the fields that only produce text, as Word does when it updates a document: QUOTE returns its words, or characters by number;
/// SET stores a text under a name, and REF returns it.
/// </summary>
internal sealed class FieldValues
{
    private const int Most = 1_000;

    private readonly Dictionary<string, string> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field's value; null for any other field.</summary>
    public string? Of(FieldText text)
    {
        var instruction = FieldInstruction.Read(text.ToString());
        switch (instruction.Word)
        {
            case "QUOTE":
                return Quoted(instruction.Arguments);
            case "SET":
                Keep([.. instruction.Arguments.Take(2)]);
                return "";
            case "REF":
                return _kept.GetValueOrDefault(instruction.Arguments.FirstOrDefault() ?? "");
            default:
                return _kept.GetValueOrDefault(instruction.Word);
        }
    }

    private static string Quoted(IEnumerable<string> arguments)
    {
        StringBuilder text = new();
        foreach (var argument in arguments.TakeWhile(argument => !argument.StartsWith('\\')))
        {
            var isLetter = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number);
            text.Append(isLetter ? new Rune(number).ToString() : argument);
        }

        return text.ToString();
    }

    private void Keep(string[] nameAndText)
    {
        if (nameAndText is [var name, var text] && _kept.Count < Most)
        {
            _kept[name] = text;
        }
    }
}
