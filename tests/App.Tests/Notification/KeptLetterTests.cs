using System.Security.Cryptography;
using System.Text;
using MicroCred.App.Evaluation;
using MicroCred.App.Notices;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Notification;

/// <summary>The letters that are kept for a provider.</summary>
public sealed class KeptLetterTests
{
    [Fact]
    public async Task A_decline_is_kept_as_a_page_with_the_reasons_for_each_criterion_and_the_way_to_reconsideration()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(
            AnApplication
                .WithoutFault.UnderSecondReview(DecisionOutcome.Decline)
                .FoundBy(People.OtherEvaluator, (3, CriterionResult.NotMet))
        );
        Assert.Empty(await app.Applications.LettersAsync(id, default));

        await app.ChangeAsync(
            new Decide(TaskId.Create(id, 2), new(TaskOutcome.Decline, "Both <b>bold</b> & plain.")),
            caller: Callers.OtherEvaluator
        );

        var letter = Assert.Single(await app.Applications.LettersAsync(id, default));
        Assert.Equal((1, LetterKind.Decision), (letter.Number, letter.Kind));
        var html = (await app.Applications.LetterAsync(id, 1, default))!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))), letter.Sha256);
        Assert.All(
            (string[])
                ["lang=\"en-NZ\"", "<h1", "Both &lt;b&gt;bold&lt;/b&gt; &amp; plain.", "3. ", "not met", $"/applications/{id}/reconsider"],
            said => Assert.Contains(said, html, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_is_sent_is_kept_all_the_same_and_numbers_count_on()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync(AnApplication.WithoutFault.InReview());
        await app.ChangeAsync(new RequestInformation(TaskId.Create(id, 1), new("How is it moderated?", [6])), caller: Callers.Evaluator);
        var asked = await app.Applications.LetterAsync(id, 1, default);

        await app.ChangeAsync(new WithdrawApplication(id, new("We changed our plans.")));

        Assert.Equal(
            [(1, LetterKind.InformationRequest), (2, LetterKind.Withdrawn)],
            (await app.Applications.LettersAsync(id, default)).Select(letter => (letter.Number, letter.Kind))
        );
        Assert.Equal(asked, await app.Applications.LetterAsync(id, 1, default));
        Assert.Null(await app.Applications.LetterAsync(id, 3, default));
    }

    [Fact]
    public async Task The_longest_comments_are_cut_in_the_letter_so_that_it_fits_beside_its_change()
    {
        using var app = await AppInProcess.StartAsync();
        string longest = new('語', (int)TextLimit.LongText);
        var reviewed = AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline).FoundBy(People.OtherEvaluator);
        var id = await app.KeepAsync(
            reviewed with
            {
                Tasks =
                [
                    .. reviewed.Tasks.Select(task =>
                        task with
                        {
                            Findings = [.. task.Findings.Select(found => found with { Comment = longest })],
                        }
                    ),
                ],
            }
        );

        await app.ChangeAsync(new Decide(TaskId.Create(id, 2), new(TaskOutcome.Decline, longest)), caller: Callers.OtherEvaluator);

        var cut = $"{longest[..2_000]}…";
        var letter = (await app.Applications.LetterAsync(id, 1, default))!;
        Assert.Equal(14, letter.Split(cut).Length - 1);
        Assert.Contains(longest, letter, StringComparison.Ordinal);
        var kept = Assert.IsType<DeclinedNotice>(Assert.Single(await app.Applications.NoticesSinceAsync(id, 0, default)));
        Assert.All(kept.Criteria, criterion => Assert.Equal(cut, criterion.Comment));
    }
}
