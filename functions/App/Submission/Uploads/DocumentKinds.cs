using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Kinds of document by the names that they go by outside.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, DocumentKind> ByName = Enum.GetValues<DocumentKind>()
        .ToDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    public static int LongestName { get; } = ByName.Keys.Max(name => name.Length);

    /// <summary>
    /// The kind that a file's name tells, as <c>assessment-plan.pdf</c> and <c>SupportLetter (2).docx</c> do; Other where it tells
    /// none.
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
