using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>The kinds of file that Word writes into a zip, by the type of the main part.</summary>
internal static class WordKind
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    private const string MacroDocument = "application/vnd.ms-word.document.macroEnabled.main+xml";
    private const string MacroTemplate = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml";

    /// <summary>What the package's main part is; where that isn't there, whatever it declares of itself.</summary>
    /// <returns>Null for a document; else why it isn't taken, in a sentence or two.</returns>
    /// <exception cref="HostileContentException">It is of a kind that is made for macros.</exception>
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
