using MicroCred.App.Notification;

namespace MicroCred.App.Tests.Notification;

public sealed class LetterTests
{
    [Fact]
    public void Every_kind_of_notice_has_a_subject_and_a_text() => Assert.All(Enum.GetValues<NoticeKind>(), kind =>
    {
        (string subject, string text) = LetterTexts.Of(A(kind));

        Assert.InRange(subject.Length, 10, 70);
        Assert.True(text.Length > 20, text);
    });

    [Fact]
    public void The_letter_of_publication_gives_number_code_conditions_and_funding()
    {
        string text = LetterTexts.Of(A(
            NoticeKind.Published, ("number", "12"), ("code", "1011"), ("reasons", "All met."), ("conditions", "Report in a year."), ("funding", "Eligible"))).Text;

        Assert.Contains("number 12", text, StringComparison.Ordinal);
        Assert.Contains("code is 1011", text, StringComparison.Ordinal);
        Assert.Contains("Report in a year.", text, StringComparison.Ordinal);
        Assert.Contains("TEC funding: eligible.", text, StringComparison.Ordinal);
    }

    private static Notice A(NoticeKind kind, params (string Name, string Value)[] facts) =>
        new("id", ApplicationId.New(Guid.NewGuid()), kind, "9001", "A title", facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
