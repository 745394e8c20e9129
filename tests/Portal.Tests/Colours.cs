using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Portal.Tests;

/// <summary>The contrast of the style sheet's colours, worked out as WCAG 2.2 defines it [relative luminance and contrast ratio].</summary>
public sealed partial class Colours
{
    private static readonly string Css = Comment().Replace(Encoding.UTF8.GetString(Assets.Get("portal.css")!.Content.Span), "");

    private static readonly Dictionary<string, string> Palette = Variable()
        .Matches(Css)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    public static TheoryData<string> RulesWithText =>
        [
            .. Rules()
                .Where(rule => rule.Text.Contains("color:", StringComparison.Ordinal) && Property(rule.Text, "color") is not null)
                .Select(rule => rule.Selector),
        ];

    [Theory, MemberData(nameof(RulesWithText))]
    public void Text_stands_out_at_least_four_and_a_half_times_from_what_is_behind_it(string selector)
    {
        var rule = Rules().First(rule => rule.Selector == selector && Property(rule.Text, "color") is not null).Text;
        var (text, behind) = (Property(rule, "color"), Property(rule, "background-color"));
        Assert.NotNull(behind);
        Assert.InRange(Contrast(text!, behind), 4.5, 21);
    }

    [Theory]
    [InlineData("edge", "page")]
    [InlineData("edge", "band")]
    [InlineData("text", "focus")]
    public void Edges_of_fields_and_marks_of_focus_stand_out_at_least_three_times(string mark, string behind) =>
        Assert.InRange(Contrast(Palette[mark], Palette[behind]), 3, 21);

    [Fact]
    public void Black_on_white_is_twenty_one() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);

    private static IEnumerable<(string Selector, string Text)> Rules() =>
        Rule().Matches(Css).Select(match => (match.Groups[1].Value.Trim(), match.Groups[2].Value));

    private static string? Property(string rule, string name)
    {
        var value = Regex.Match(rule, $@"(?<![\w-]){name}:\s*([^;]+);").Groups[1].Value;
        return value.StartsWith("var(--", StringComparison.Ordinal) ? Palette[value[6..^1]]
            : value.Length > 0 ? value
            : null;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"--([a-z]+):\s*(#[0-9a-f]{6});")]
    private static partial Regex Variable();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();
}
