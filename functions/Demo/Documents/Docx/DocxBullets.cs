using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroCred.Demo.Documents.Docx;

/// <summary>The definition of a bulleted list that assistive technology recognises.</summary>
internal static class DocxBullets
{
    private const int Id = 1;

    public static ParagraphProperties Properties() =>
        new(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = Id }));

    public static Numbering Create() =>
        new(
            new AbstractNum(
                new Level(
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = Id,
            },
            new NumberingInstance(new AbstractNumId { Val = Id }) { NumberID = Id }
        );
}
