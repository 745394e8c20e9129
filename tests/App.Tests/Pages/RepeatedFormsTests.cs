using System.Net;
using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pages;

/// <summary>
/// The forms after which their sender may do less than before, sent again: twice at once and then once more, or after going away before the
/// answer came.
/// </summary>
[Collection(SharedApp.Name)]
public sealed class RepeatedFormsTests(SharedApp shared) : IAsyncLifetime
{
    private readonly RunningApp _app = shared.App;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _app.ForgetInterestsAsync();

    [Theory]
    [InlineData("conflict", false)]
    [InlineData("conflict", true)]
    [InlineData("release", false)]
    [InlineData("release", true)]
    [InlineData("assign", false)]
    [InlineData("withdraw", false)]
    [InlineData("delete", false)]
    [InlineData("delete", true)]
    public async Task A_form_that_is_sent_again_is_answered_alike_and_counts_once(string form, bool goesAway)
    {
        var (id, person, path, fields, next) = await OpenedAsync(form);
        var page = await _app.PageAsync(person, $"{path}/{form}");
        var before = (await _app.Applications.EventsAsync(id, default)).Count;

        Task<(HttpStatusCode Status, string, string? Next)> SendAsync(CancellationToken gone = default) =>
            _app.SendAsync(person, page, "form", gone, fields);
        List<(HttpStatusCode Status, string, string? Next)> answers =
        [
            .. goesAway ? [await GoneAsync(SendAsync)] : await Task.WhenAll(SendAsync(), SendAsync()),
            await SendAsync(),
        ];

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.SeeOther, next), (answer.Status, answer.Next)));
        var after = await _app.Applications.FindAsync(id, default);
        Assert.Equal(form == "delete", after is null);
        Assert.Equal(form == "delete" ? 0 : before + 1, (await _app.Applications.EventsAsync(id, default)).Count);
    }

    [Fact]
    public async Task Another_s_form_about_what_somebody_gave_away_is_not_theirs_to_repeat()
    {
        var (_, person, path, _, _) = await OpenedAsync("conflict");
        var page = await _app.PageAsync(person, $"{path}/conflict");
        var other = person == "evaluator-1" ? "evaluator-2" : "evaluator-1";
        await _app.SendAsync(person, page, "form", ("reason", "A friend."));

        Assert.NotEqual(HttpStatusCode.SeeOther, (await _app.SendAsync(other, page, "form", ("reason", "A friend."))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _app.SendAsync(person, PageForms.WithNewKey(page), "form", ("reason", "A friend."))).Status
        );
    }

    /// <summary>Sends a form and goes away at once: whether it counted isn't known, and the second time answers for both.</summary>
    private static async Task<(HttpStatusCode Status, string, string? Next)> GoneAsync(
        Func<CancellationToken, Task<(HttpStatusCode, string, string?)>> send
    )
    {
        using CancellationTokenSource gone = new(TimeSpan.FromMilliseconds(20));
        try
        {
            return await send(gone.Token);
        }
        catch (OperationCanceledException)
        {
            return await send(default);
        }
    }

    private async Task<(ApplicationId Id, string Person, string Path, (string, string)[] Fields, string Next)> OpenedAsync(string form)
    {
        if (form == "delete")
        {
            var draft = await _app.DraftAsync(AnApplication.WithoutFault.OfItsOwnTitle());
            return (draft, "mito", $"/applications/{draft}", [], "/applications?done=deleted");
        }

        var (id, task) = await _app.InReviewAsync();
        return form switch
        {
            "withdraw" => (id, "mito", $"/applications/{id}", [("reason", "Not now.")], $"/applications/{id}?done=withdrawn"),
            "assign" => (
                id,
                "registrar",
                $"/tasks/{task.Id}",
                [("reason", "They are free."), ("assignee", task.Assignee == "evaluator-1" ? "evaluator-2" : "evaluator-1")],
                $"/tasks/{task.Id}?done=assigned"
            ),
            "conflict" => (id, task.Assignee!, $"/tasks/{task.Id}", [("reason", "A friend.")], "/tasks?done=conflict"),
            _ => (id, task.Assignee!, $"/tasks/{task.Id}", [("reason", "Away.")], "/tasks?done=released"),
        };
    }
}
