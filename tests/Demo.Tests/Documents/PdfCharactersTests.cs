using MicroCred.Demo.Documents;
using MicroCred.Demo.Documents.Pdf;
using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace MicroCred.Demo.Tests.Documents;

public sealed class PdfCharactersTests
{
    private readonly IReadOnlyDictionary<string, AdobeFontMetricsIndividualCharacterMetric> _published = Standard14
        .GetAdobeFontMetrics(Standard14Font.Helvetica)
        .CharacterMetrics;

    public static TheoryData<char> Ascii => [.. Enumerable.Range(' ', 95).Select(code => (char)code)];

    [Theory]
    [MemberData(nameof(Ascii))]
    public void A_character_of_ASCII_is_as_wide_as_Adobe_published_for_Helvetica(char character)
    {
        // Adobe's encoding has curved quotes in place of these two ASCII characters.
        var code = character switch
        {
            '\'' => 169,
            '`' => 193,
            _ => character,
        };

        Assert.Equal(_published.Values.Single(metric => metric.CharacterCode == code).Width.X, PdfCharacters.Width($"{character}", 1000));
    }

    [Fact]
    public void Every_other_character_has_the_name_and_the_width_that_Adobe_published() =>
        Assert.All(PdfCharacters.Extras, extra => Assert.Equal(_published[extra.Glyph].Width.X, extra.Width));

    [Fact]
    public void A_character_that_the_font_lacks_is_named()
    {
        var fault = Assert.Throws<NotSupportedException>(() => PdfFile.Write(new("Title", [Block.Paragraph("漢")])));

        Assert.Contains("U+6F22", fault.Message, StringComparison.Ordinal);
    }
}
