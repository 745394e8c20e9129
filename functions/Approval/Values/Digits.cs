namespace MicroCred.Approval;

/// <summary>Codes that are digits and nothing else: ASCII ones, since other scripts' digits would read as different codes.</summary>
internal static class Digits
{
    public static bool Are(string? text, int count) => text?.Length == count && text.All(char.IsAsciiDigit);
}
