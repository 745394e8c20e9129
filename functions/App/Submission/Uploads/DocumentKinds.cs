using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Parses kinds of document from their external names.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, DocumentKind> ByName = Enum.GetValues<DocumentKind>()
        .ToDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    public static int LongestName { get; } = ByName.Keys.Max(name => name.Length);

    /// <summary>
    /// The kind derived from a file's name, such as <c>assessment-plan.pdf</c> or <c>SupportLetter (2).docx</c>; otherwise Other.
    /// </summary>
    public static DocumentKind ByFileName(string fileName)
    {
        var letters = string.Concat(fileName.Where(char.IsLetter));
        return ByName
            .FirstOrDefault(kind => letters.Contains(kind.Key, StringComparison.OrdinalIgnoreCase), new("", DocumentKind.Other))
            .Value;
    }

    /// <exception cref="RefusedException">There is no such kind.</exception>
    public static DocumentKind Read(string? name) =>
        ByName.TryGetValue(name ?? "", out var kind)
            ? kind
            : throw new RefusedException(RefusalKind.Malformed, $"kind: give one of {string.Join(", ", ByName.Keys)}.");
}
