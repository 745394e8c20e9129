using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>The kinds of zip-based files that Word writes, by the main part's content type.</summary>
internal static class WordKind
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    private const string MacroDocument = "application/vnd.ms-word.document.macroEnabled.main+xml";
    private const string MacroTemplate = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml";

    /// <summary>Checks the main part's type, or all declared types if that part is missing.</summary>
    /// <returns>Null for a document; otherwise the reason for refusal, in a sentence or two.</returns>
    /// <exception cref="HostileContentException">The file is of a macro-enabled kind.</exception>
    public static string? WhyNone(PartTypes types, ZippedFile? main)
    {
        if (Is(MacroDocument))
        {
            throw new HostileContentException("is a Word document for macros (DOCM), which has to be saved as a .docx");
        }

        if (Is(MacroTemplate))
        {
            throw new HostileContentException("is a Word template for macros (DOTM), which has to be saved as a .docx");
        }

        if (Is(Document))
        {
            return null;
        }

        return Is(Template)
            ? "The file is a Word template (DOTX), not a document. Open it in Word and save it as a Word document (.docx)."
            : OtherFormats.NotADocument;

        bool Is(string kind) => main is null ? types.Declare(kind) : kind.Equals(types.Of(main), StringComparison.OrdinalIgnoreCase);
    }
}
