namespace MicroCred.Inspection.Word;

/// <summary>Refuses fields that start a program or fetch something from another machine.</summary>
internal static class FieldRules
{
    // Includes the names that Word still knows from earlier versions. Hyperlinks aren't here: they are followed only on a click.
    private static readonly HashSet<string> Fetching = new(StringComparer.Ordinal)
    {
        "LINK",
        "INCLUDETEXT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "IMPORT",
        "DATABASE",
        "RD",
    };

    /// <exception cref="HostileContentException">The field starts a program or fetches something.</exception>
    public static void Refuse(FieldText text)
    {
        var instruction = FieldInstruction.Read(text.ToString());
        if (instruction.Word == "DDE" || instruction.Word.StartsWith("DDEAUTO", StringComparison.Ordinal))
        {
            throw new HostileContentException($"has a field that starts another program ({instruction.Word})");
        }

        if (!Fetching.Contains(instruction.Word))
        {
            return;
        }

        if (instruction.Arguments.FirstOrDefault(IsElsewhere) is { } address)
        {
            throw Elsewhere(instruction.Word, Unescaped(address));
        }

        if (text.IsCut)
        {
            throw new HostileContentException($"has a field ({instruction.Word}) that is too long to see what it fetches");
        }
    }

    // A backslash in a field should be doubled, but not every program does so.
    private static bool IsElsewhere(string argument) => IsAddress(argument.Trim()) || IsAddress(Unescaped(argument).Trim());

    private static bool IsAddress(string text)
    {
        var plain = Uri.UnescapeDataString(text).Replace('\\', '/');
        var isAddress = plain.StartsWith("//", StringComparison.Ordinal) || plain.Contains(":/", StringComparison.Ordinal);
        // A DATABASE field has the address inside a connection string.
        return (isAddress && !OutsideAddress.IsOnAuthorsDisk(text) && !OutsideAddress.LeadsNowhere(text))
            || plain.Contains("=//", StringComparison.Ordinal);
    }

    private static string Unescaped(string argument) => argument.Replace(@"\\", @"\", StringComparison.Ordinal);

    private static HostileContentException Elsewhere(string word, string address) =>
        new($"has a field that fetches something from elsewhere ({word}): {OutsideAddress.Shown(address)}");
}
