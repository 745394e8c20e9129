namespace MicroCred.Inspection;

/// <summary>A file's declared type: its name's extension and the media type sent with it.</summary>
internal sealed record DocumentClaim(string FileName, string? DeclaredType)
{
    private static readonly string[] Types = [DocumentTypes.Pdf, DocumentTypes.Docx];

    private string Extension { get; } = ExtensionOf(FileName);

    private string? MediaType { get; } = DeclaredType?.Split(';')[0].Trim();

    /// <summary>
    /// False when the name or the media type declares another type. No extension, or a media type for any file, declares nothing.
    /// </summary>
    public bool Allows(string contentType) =>
        (Extension.Length == 0 || Is(Extension, DocumentTypes.Extension(contentType)))
        && !Types.Any(other => other != contentType && Is(MediaType, other));

    /// <summary>True when the name or the media type declares this type.</summary>
    public bool Says(string contentType) => Is(Extension, DocumentTypes.Extension(contentType)) || Is(MediaType, contentType);

    // The text after the dot in “Plan v1.2” or “Unit 3. Assessment” isn't an extension.
    private static string ExtensionOf(string fileName) =>
        Path.GetExtension(fileName) is ['.', var first, ..] extension && char.IsAsciiLetter(first) && !extension.Contains(' ')
            ? extension
            : "";

    private static bool Is(string? said, string meant) => string.Equals(said, meant, StringComparison.OrdinalIgnoreCase);
}
