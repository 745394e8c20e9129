using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Portal.Tests;

/// <summary>The contrast of the style sheet's colours, worked out as WCAG 2.2 defines it [relative luminance and contrast ratio].</summary>
public sealed partial class Colours
{
    private static readonly string Css = Encoding.UTF8.GetString(Assets.Find("portal.css")!.In(null).Content.Span);

    /// <summary>The design system's colours as this site has set them, by what they are for; the first is that of the screen.</summary>
    private static readonly Dictionary<string, string> Palette = Variable()
        .Matches(Css)
        .DistinctBy(match => match.Groups[1].Value)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>The rules that set the colour of a text and of what is behind it.</summary>
    public static TheoryData<string, string, string> RulesWithText
    {
        get
        {
            TheoryData<string, string, string> rules = [];
            foreach (var rule in Rule().Matches(Css).DistinctBy(rule => rule.Value))
            {
                if (Colour(rule.Groups[2].Value, "color") is { } text && Colour(rule.Groups[2].Value, "background-color") is { } behind)
                {
                    rules.Add(rule.Groups[1].Value, text, behind);
                }
            }

            return rules;
        }
    }

    [Theory, MemberData(nameof(RulesWithText))]
    public void Text_stands_out_at_least_four_and_a_half_times_from_what_is_behind_it(string selector, string text, string behind) =>
        Assert.True(Contrast(text, behind) >= 4.5, selector);

    [Theory]
    [InlineData("text", "body-background")]
    [InlineData("text", "surface-background")]
    [InlineData("secondary-text", "body-background")]
    [InlineData("secondary-text", "surface-background")]
    [InlineData("link", "body-background")]
    [InlineData("link", "surface-background")]
    [InlineData("link-visited", "body-background")]
    [InlineData("link-hover", "surface-background")]
    [InlineData("error", "body-background")]
    [InlineData("inverse-text", "brand")]
    [InlineData("inverse-text", "success")]
    public void So_do_the_texts_of_the_design_system_in_this_sites_colours(string text, string behind) =>
        Assert.InRange(Contrast(Palette[text], Palette[behind]), 4.5, 21);

    [Theory]
    [InlineData("input-border", "body-background")]
    [InlineData("input-border", "surface-background")]
    [InlineData("surface-border", "surface-background")]
    [InlineData("surface-border", "body-background")]
    [InlineData("focus-text", "focus")]
    public void Edges_of_fields_and_marks_of_focus_stand_out_at_least_three_times(string mark, string behind) =>
        Assert.InRange(Contrast(Palette[mark], Palette[behind]), 3, 21);

    [Fact]
    public void Black_on_white_is_twenty_one() => Assert.Equal(21, Contrast("#000000", "#fff"), 2);

    private static string? Colour(string rule, string name)
    {
        var value = Regex.Match(rule, $@"(?<![\w-]){name}:\s*([^;}}]+)").Groups[1].Value;
        return Hex().Match(value) is { Success: true } colour ? colour.Value : null;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];

        double Part(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    [GeneratedRegex("--govuk-([a-z-]+)-colour: (#[0-9a-f]{6})")]
    private static partial Regex Variable();

    /// <summary>A colour, or what a variable falls back to, which the design system writes after its name.</summary>
    [GeneratedRegex("#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])")]
    private static partial Regex Hex();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();
}
