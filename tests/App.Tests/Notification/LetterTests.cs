using System.Text.Json;
using MicroCred.App.Notices;
using MicroCred.App.Publication;
using MicroCred.App.Serialization;
using MicroCred.App.Tests.Notices;

namespace MicroCred.App.Tests.Notification;

public sealed class LetterTests
{
    [Fact]
    public void Every_kind_of_notice_has_a_subject_and_a_text() => Assert.All(ANotice.OfEachKind(), notice =>
        {
            var letter = notice.Write();
            var text = letter.InText("https://microcred.example");

            Assert.InRange(letter.Subject.Length, 10, 70);
            Assert.True(text.Length > 20, text);
        });

    [Fact]
    public void Every_kind_of_notice_is_kept_with_all_its_facts() => Assert.All(ANotice.OfEachKind(), notice =>
        {
            var kept = JsonSerializer.Serialize(notice, AppJson.Stored);

            var read = JsonSerializer.Deserialize<Notice>(kept, AppJson.Stored)!;
            Assert.Equal(notice.GetType(), read.GetType());
            Assert.Equivalent(notice, read, strict: true);
        });

    [Fact]
    public void The_letter_of_publication_gives_number_code_conditions_and_funding()
    {
        var text = new PublishedNotice(
            ANotice.Envelope,
            12,
            ReportingCode.Parse("1011"),
            "All met.",
            [new("Report in a year.", new(2027, 3, 1, 10, 59, 59, TimeSpan.Zero))],
            FundingOutcome.Eligible
        )
            .Write()
            .InText("https://microcred.example");

        Assert.Contains("number 12", text, StringComparison.Ordinal);
        Assert.Contains("code is 1011", text, StringComparison.Ordinal);
        Assert.Contains("By 1 March 2027: Report in a year.", text, StringComparison.Ordinal);
        Assert.Contains("TEC funding: eligible.", text, StringComparison.Ordinal);
    }
}
