using System.Net;
using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pages;

/// <summary>What an evaluator does on a task's pages.</summary>
[Collection(SharedApp.Name)]
public sealed class TaskPagesTests(SharedApp shared) : IAsyncLifetime
{
    private readonly RunningApp _app = shared.App;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _app.ForgetInterestsAsync();

    [Fact]
    public async Task Findings_are_saved_one_by_one_from_a_page_that_was_opened_once()
    {
        var (id, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");
        foreach (var criterion in (int[])[1, 2])
        {
            var (status, _, next) = await _app.SendAsync(
                task.Assignee!,
                page,
                $"criterion-{criterion}",
                ("result", "Met"),
                ("comment", $"Read {criterion}.")
            );
            Assert.Equal((HttpStatusCode.SeeOther, $"/tasks/{task.Id}?done=found#criterion-{criterion}"), (status, next));
        }

        Assert.Equal(["Read 1.", "Read 2."], (await TaskOfAsync(id)).Findings.Select(finding => finding.Comment));
        Assert.Contains(
            "Your finding has been saved.",
            await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}?done=found"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_finding_without_result_and_comment_comes_back_with_what_to_do()
    {
        var (_, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");

        var (status, wrong, _) = await _app.SendAsync(task.Assignee!, page, "criterion-3", ("comment", "\u200B"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<title>Error: ", wrong, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#criterion-3-result\">Result for criterion 3: choose", wrong, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#criterion-3-comment\">Write a comment on criterion 3.</a>", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_that_was_changed_meanwhile_comes_back_with_what_was_typed_and_what_is_kept()
    {
        var (id, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");
        await _app.SendAsync(task.Assignee!, page, "criterion-1", ("result", "Met"), ("comment", "The first."));

        var (status, again, _) = await _app.SendAsync(
            task.Assignee!,
            page,
            "criterion-1",
            ("result", "NotMet"),
            ("comment", "The second.")
        );

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("The first.", again, StringComparison.Ordinal);
        Assert.Contains("The second.", again, StringComparison.Ordinal);
        (status, _, _) = await _app.SendAsync(task.Assignee!, again, "criterion-1", ("result", "NotMet"), ("comment", "The second."));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal("The second.", Assert.Single((await TaskOfAsync(id)).Findings).Comment);
    }

    [Fact]
    public async Task A_question_names_fields_and_the_provider_changes_those_on_their_pages_and_nothing_else()
    {
        var (id, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");
        await _app.SendAsync(
            task.Assignee!,
            page,
            "question",
            ("question", "Is it so large?"),
            ("fields-level", "/microCredential/learningHours")
        );

        var answering = await _app.PageAsync("mito", $"/applications/{id}/answer/1");
        Assert.Contains($"/applications/{id}/edit/level\"", answering, StringComparison.Ordinal);
        Assert.DoesNotContain($"/applications/{id}/edit/purpose\"", answering, StringComparison.Ordinal);

        var level = await _app.PageAsync("mito", $"/applications/{id}/edit/level");
        var kept = new[]
        {
            ("microCredential.level", "3"),
            ("microCredential.degreeLevel", ""),
            ("microCredential.credits", "20"),
            ("microCredential.learningHours", "210"),
        };
        var (status, _, next) = await _app.SendAsync("mito", level, "form", kept);
        Assert.Equal((HttpStatusCode.SeeOther, $"/applications/{id}/answer/1?done=saved"), (status, next));
        Assert.Equal(210, (await _app.Applications.FindAsync(id, default))!.Application.Content.MicroCredential!.LearningHours);

        level = await _app.PageAsync("mito", $"/applications/{id}/edit/level");
        kept[2] = ("microCredential.credits", "22");
        (status, var wrong, _) = await _app.SendAsync("mito", level, "form", kept);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#microCredential-credits\"", wrong, StringComparison.Ordinal);
        Assert.Equal(20, (await _app.Applications.FindAsync(id, default))!.Application.Content.MicroCredential!.Credits);
    }

    [Fact]
    public async Task A_registrar_sets_another_day_for_a_task_and_for_an_answer()
    {
        var (id, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync("registrar", $"/tasks/{task.Id}/extend");
        var (status, _, next) = await _app.SendAsync("registrar", page, "form", ("due", "1/7/2040"), ("reason", "It is long."));
        Assert.Equal((HttpStatusCode.SeeOther, $"/tasks/{task.Id}?done=extended"), (status, next));
        Assert.Equal(WorkingDays.EndOf(new(2040, 7, 1)), (await TaskOfAsync(id)).Due);

        page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");
        await _app.SendAsync(task.Assignee!, page, "question", ("question", "How many?"));
        page = await _app.PageAsync("registrar", $"/applications/{id}/questions/1/extend");
        (status, var wrong, _) = await _app.SendAsync("registrar", page, "form", ("due", "soon"), ("reason", "They are ill."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#due\"", wrong, StringComparison.Ordinal);
        (status, _, next) = await _app.SendAsync("registrar", wrong, "form", ("due", "2040-07-01"), ("reason", "They are ill."));
        Assert.Equal((HttpStatusCode.SeeOther, $"/applications/{id}?done=extended"), (status, next));

        page = await _app.PageAsync("registrar", $"/applications/{id}/questions/1/close");
        (status, _, _) = await _app.SendAsync("registrar", page, "form", ("reason", "Nobody could be reached."));
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task A_question_goes_to_the_provider()
    {
        var (id, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}");

        var (status, _, next) = await _app.SendAsync(
            task.Assignee!,
            page,
            "question",
            ("question", "How is it moderated?"),
            ("criteria", "6")
        );

        Assert.Equal((HttpStatusCode.SeeOther, $"/tasks/{task.Id}?done=asked"), (status, next));
        var asked = Assert.Single((await _app.Applications.FindAsync(id, default))!.Application.InformationRequests);
        Assert.Equal(("How is it moderated?", 6), (asked.Question, Assert.Single(asked.Criteria)));
    }

    [Fact]
    public async Task A_decision_counts_once_it_was_shown_and_confirmed()
    {
        var (id, task) = await _app.InReviewAsync();
        await _app.FindAllMetAsync(task);
        (string, string)[] decision =
        [
            ("outcome", "ApproveWithConditions"),
            ("reasons", "As found."),
            ("conditions[0].text", "One."),
            ("conditions[0].due", "2030-03-01"),
            ("conditions[1].text", "Two."),
            ("conditions[1].due", "1/4/2030"),
        ];
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}/decide");

        var (status, shown, _) = await _app.SendAsync(task.Assignee!, page, "form", decision);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(
            (string[])["Approve with conditions", "As found.", "<bdi>One.</bdi> By 1 March 2030.", "<bdi>Two.</bdi> By 1 April 2030."],
            said => Assert.Contains(said, shown, StringComparison.Ordinal)
        );
        Assert.Null((await _app.Applications.FindAsync(id, default))!.Application.Decision);

        (status, var changing, _) = await _app.SendAsync(task.Assignee!, shown, "form", ("then", "change"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\nAs found.</textarea>", changing, StringComparison.Ordinal);

        (status, _, var next) = await _app.SendAsync(task.Assignee!, shown, "form");
        Assert.Equal((HttpStatusCode.SeeOther, $"/tasks/{task.Id}?done=decided"), (status, next));
        var decided = (await _app.Applications.FindAsync(id, default))!.Application.Decision!;
        Assert.Equal((DecisionOutcome.ApproveWithConditions, "As found."), (decided.Outcome, decided.Reasons));
        Assert.Equal([Condition.By(new(2030, 3, 1), "One."), Condition.By(new(2030, 4, 1), "Two.")], decided.Conditions);
    }

    [Fact]
    public async Task A_decision_that_cannot_count_comes_back_before_it_is_to_be_confirmed()
    {
        var (_, task) = await _app.InReviewAsync();
        var page = await _app.PageAsync(task.Assignee!, $"/tasks/{task.Id}/decide");

        var (status, early, _) = await _app.SendAsync(task.Assignee!, page, "form", ("outcome", "Approve"), ("reasons", "Too early."));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("has no finding yet.", early, StringComparison.Ordinal);
        Assert.Contains("\nToo early.</textarea>", early, StringComparison.Ordinal);

        (status, var empty, _) = await _app.SendAsync(task.Assignee!, page, "form", ("outcome", "ApproveWithConditions"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#reasons\">Write your reasons.</a>", empty, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#conditions-0-text\">", empty, StringComparison.Ordinal);

        await _app.FindAllMetAsync(task);
        (status, var moved, _) = await _app.SendAsync(task.Assignee!, page, "form", ("outcome", "Approve"), ("reasons", "Typed before."));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("\nTyped before.</textarea>", moved, StringComparison.Ordinal);
        Assert.Contains("What is saved now", moved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_gives_a_task_to_somebody_who_gives_it_up_and_who_has_an_interest_sees_it_no_more()
    {
        var (id, task) = await _app.InReviewAsync();
        var path = $"/tasks/{task.Id}";
        var page = await _app.PageAsync("registrar", $"{path}/assign");
        var other = task.Assignee == "evaluator-1" ? "evaluator-2" : "evaluator-1";
        Assert.DoesNotContain($"value=\"{task.Assignee}\"", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.SendAsync("registrar", page, "form")).Status);
        Assert.Equal(
            $"{path}?done=assigned",
            (await _app.SendAsync("registrar", page, "form", ("assignee", other), ("reason", "They are free."))).Next
        );
        Assert.Equal(other, (await TaskOfAsync(id)).Assignee);

        page = await _app.PageAsync(other, $"{path}/release");
        Assert.Contains("#reason", (await _app.SendAsync(other, page, "form")).Page, StringComparison.Ordinal);
        Assert.Equal("/tasks?done=released", (await _app.SendAsync(other, page, "form", ("reason", "Away."))).Next);
        var next = (await TaskOfAsync(id)).Assignee!;
        Assert.NotEqual(other, next);

        page = await _app.PageAsync(next, $"{path}/conflict");
        Assert.Equal("/tasks?done=conflict", (await _app.SendAsync(next, page, "form", ("reason", "A friend."))).Next);
        using var http = _app.As(next);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_trail_tells_a_provider_that_it_holds_and_a_registrar_where_it_does_not()
    {
        var (id, _) = await _app.InReviewAsync();
        Assert.Contains("The record holds.", await _app.PageAsync("mito", $"/applications/{id}/record"), StringComparison.Ordinal);

        var broken = AnApplication.WithoutFault.InReview() with { Id = ApplicationId.New(Guid.NewGuid()) };
        await _app.Applications.SaveAsync(null, new Change(broken, []), [], answer: null, trace: null, default);

        var told = await _app.PageAsync("registrar", $"/applications/{broken.Id}/record");
        Assert.Contains("The record doesn’t hold", told, StringComparison.Ordinal);
        Assert.Contains("It breaks at number", told, StringComparison.Ordinal);
        var own = await _app.PageAsync("mito", $"/applications/{broken.Id}/record");
        Assert.Contains("The record doesn’t hold", own, StringComparison.Ordinal);
        Assert.DoesNotContain("It breaks at number", own, StringComparison.Ordinal);
    }

    private async Task<EvaluationTask> TaskOfAsync(ApplicationId id) =>
        (await _app.Applications.FindAsync(id, default))!.Application.Tasks.Single();
}
