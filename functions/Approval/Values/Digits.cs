namespace MicroCred.Approval;

/// <summary>Checks codes made of ASCII digits only; other scripts' digits would read as different codes.</summary>
internal static class Digits
{
    public static bool Are(string? text, int count) => text?.Length == count && text.All(char.IsAsciiDigit);
}
