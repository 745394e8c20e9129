using System.Text;
using System.Text.Json;

namespace MicroCred.Approval.Tests;

/// <summary>However many faults there are, an answer stays short enough to read.</summary>
public sealed class BoundedFindingsTests
{
    /// <summary>The largest body, in bytes.</summary>
    private const int LargestBody = 256 * 1024;

    /// <summary>The largest answer as JSON, in bytes: smaller than its request's body.</summary>
    private const int LargestAnswer = 128 * 1024;

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 20)]
    [InlineData(100, 20)]
    public void A_rule_makes_twenty_findings_at_most_the_last_of_which_counts_the_rest(int wrong, int made)
    {
        List<Finding> findings = [.. WithStandardsAtLevel5(wrong).Findings().Where(finding => finding.Rule == "STD02")];

        Assert.Equal(made, findings.Count);
        Assert.Equal("microCredential.standards[19].level", findings[^1].Field);
        Assert.Equal(wrong > made, findings[^1].Message == $"{wrong - made + 1} more of these were found, from here on.");
    }

    [Fact]
    public void The_worst_body_that_is_taken_gets_a_short_answer()
    {
        var worst = Worst();
        Assert.Empty(TextFaults.In(worst.Content));
        Assert.InRange(BytesOf(worst.Content), LargestBody / 2, LargestBody);

        var findings = worst.Findings(Checks.Edition2026, new RegisterContext(1, [.. Similar()]));

        Assert.InRange(BytesOf(findings), 1, LargestAnswer);
        Assert.All(findings.CountBy(finding => finding.Rule), rule => Assert.InRange(rule.Value, 1, ValidationRule.MostFindings));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    public void A_long_text_is_quoted_by_its_beginning(string letter)
    {
        var code = string.Concat(Enumerable.Repeat(letter, 60_000));

        var finding = Assert.Single(AnApplication.WithoutFault.With(content => content with { Nzsced = code }).Findings());

        Assert.InRange(finding.Message.Length, ValidationRule.LongestMessage - 1, ValidationRule.LongestMessage);
        Assert.EndsWith("…", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(finding.Message)));
    }

    private static AnApplication WithStandardsAtLevel5(int count) =>
        AnApplication.WithoutFault.With(content =>
            content with
            {
                Standards = [.. Enumerable.Range(1, count).Select(number => new StandardContent(number, 1, "One", Level: 5, Credits: 1))],
            }
        );

    /// <summary>Every list full, every text quoted in findings at its limit, and as many rules broken as possible.</summary>
    private static AnApplication Worst()
    {
        var title = string.Concat(Enumerable.Range(0, 100).Select(number => $"{(char)('a' + (number % 26))} "))[..^1];
        return AnApplication.WithoutFault.WithAll(content =>
            content with
            {
                MicroCredential = content.MicroCredential! with
                {
                    Title = title,
                    Level = 4,
                    Credits = 1,
                    Nzsced = new('"', (int)TextLimit.Title),
                    Outcomes = [.. Enumerable.Repeat($"critically synthesise specialised advanced research {new string('x', 900)}", 100)],
                    Standards = [.. Enumerable.Range(0, 100).Select(number => new StandardContent(0, 0, new('x', 200), 99, 0))],
                    Pathways = [.. Enumerable.Range(0, 20).Select(number => new PathwayContent(null, number))],
                    Languages = [.. Enumerable.Repeat(new string('"', (int)TextLimit.Title), 20)],
                    ExpectedLearnersPerYear = -1,
                },
                Partners = [.. Enumerable.Repeat(new PartnerContent(), 20)],
                UniversityApproval = new(),
                Need = new(
                    null,
                    [
                        .. Enumerable
                            .Range(0, 100)
                            .Select(number => new StakeholderContent(title[(number % 90)..], StakeholderKind.Iwi, null, new('x', 700))),
                    ]
                ),
            }
        );
    }

    private static IEnumerable<SimilarListing> Similar() =>
        Enumerable.Range(2, 500).Select(number => new SimilarListing(number, new('"', 200)));

    private static int BytesOf<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ApprovalJson.Options).Length;
}
