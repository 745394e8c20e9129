using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroCred.Demo.Documents.Docx;

/// <summary>
/// The two heading styles, named and numbered as Word's own so that assistive technology recognises them, and the language.
/// </summary>
internal static class DocxStyles
{
    public static string? Of(BlockKind kind) =>
        kind switch
        {
            BlockKind.Title => "Heading1",
            BlockKind.Heading => "Heading2",
            _ => null,
        };

    public static Styles Create() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts { Ascii = "Arial", HighAnsi = "Arial" },
                        new FontSize { Val = "22" },
                        new Languages { Val = DocumentText.Language }
                    )
                )
            ),
            Heading("Heading1", "heading 1", 0, "40"),
            Heading("Heading2", "heading 2", 1, "28")
        );

    private static Style Heading(string id, string name, int outline, string halfPoints) =>
        new(
            new StyleName { Val = name },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new KeepNext(),
                new SpacingBetweenLines { Before = "240", After = "80" },
                new OutlineLevel { Val = outline }
            ),
            new StyleRunProperties(new Bold(), new FontSize { Val = halfPoints })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
}
