namespace MicroCred.Inspection;

/// <summary>What a file says of itself: by the end of its name and by the media type that it came with.</summary>
internal sealed record DocumentClaim(string FileName, string? DeclaredType)
{
    private static readonly string[] Types = [DocumentTypes.Pdf, DocumentTypes.Docx];

    private string Extension { get; } = ExtensionOf(FileName);

    private string? MediaType { get; } = DeclaredType?.Split(';')[0].Trim();

    /// <summary>False when the name or the type says something else. No extension, or a type that means any file, says nothing.</summary>
    public bool Allows(string contentType) =>
        (Extension.Length == 0 || Is(Extension, DocumentTypes.Extension(contentType)))
        && !Types.Any(other => other != contentType && Is(MediaType, other));

    /// <summary>True when the name or the type says that it is one.</summary>
    public bool Says(string contentType) => Is(Extension, DocumentTypes.Extension(contentType)) || Is(MediaType, contentType);

    // What follows the dot in “Plan v1.2” or “Unit 3. Assessment” says nothing of what the file is.
    private static string ExtensionOf(string fileName) =>
        Path.GetExtension(fileName) is ['.', var first, ..] extension && char.IsAsciiLetter(first) && !extension.Contains(' ')
            ? extension
            : "";

    private static bool Is(string? said, string meant) => string.Equals(said, meant, StringComparison.OrdinalIgnoreCase);
}
