using System.Text.RegularExpressions;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pages;

/// <summary>The lists that people at NZQA and TEC work from.</summary>
public sealed partial class TaskListsTests(TaskListsTests.World world) : IClassFixture<TaskListsTests.World>
{
    [Fact]
    public async Task Every_own_task_is_on_one_of_the_pages_the_first_due_first()
    {
        List<string> own = [];
        foreach (var place in Enumerable.Range(0, 70))
        {
            own.Add(await world.SeedAsync(AnApplication.WithoutFault.InReview(), "evaluator-1", due: Moments.Later(70 - place)));
        }

        foreach (var done in Enumerable.Range(0, 60))
        {
            own.Add(await world.SeedAsync(AnApplication.WithoutFault.Approved(), "evaluator-1", Moments.Monday));
        }

        List<string> seen = [];
        var path = "/tasks";
        while (path is not null)
        {
            var page = await world.App.PageAsync("evaluator-1", path);
            seen.AddRange(Tasks().Matches(page).Select(link => link.Groups[1].Value));
            path = Next().Match(page) is { Success: true } next ? next.Groups[1].Value : null;
        }

        Assert.Equal(own.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(own.Take(70).Reverse(), seen.Take(70));
    }

    [Fact]
    public async Task A_task_that_is_urgent_overdue_or_nobodys_says_so_in_words()
    {
        var late = await world.SeedAsync(AnApplication.WithoutFault.Urgent().InReview(), "evaluator-3", Moments.Monday);
        var nobodys = await world.SeedAsync(AnApplication.WithoutFault.InReview(), assignee: null, due: DateTimeOffset.UtcNow.AddDays(9));

        var page = await world.App.PageAsync("evaluator-3", "/tasks");
        Assert.All((string[])[">Urgent</strong>", ">Overdue</strong>", "Open tasks that nobody has yet"], words =>
            Assert.Contains(words, page, StringComparison.Ordinal)
        );
        Assert.DoesNotContain($"/tasks/{nobodys}", page, StringComparison.Ordinal);

        var oversight = await world.App.PageAsync("registrar", "/oversight");
        Assert.Contains($"/tasks/{late}/assign", oversight, StringComparison.Ordinal);
        Assert.Contains($"/tasks/{nobodys}/assign", oversight, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_sees_how_long_decisions_took_and_where_the_rest_is()
    {
        var now = DateTimeOffset.UtcNow;
        var declined = AnApplication.WithoutFault.Urgent().Declined();
        await world.SeedAsync(
            declined with
            {
                SubmittedAt = now.AddDays(-7),
                Decision = declined.Decision! with { At = now },
            },
            "evaluator-2",
            now
        );
        await world.SeedAsync(AnApplication.WithoutFault.WaitingForInformation(), "evaluator-2", now);

        var page = await world.App.PageAsync("registrar", "/oversight");

        Assert.Contains("Waiting for its provider’s answer</th>", page, StringComparison.Ordinal);
        Assert.Matches("Urgent ones</th>\\s*<td [^>]*data-label=\"Decisions\">1</td>\\s*<td [^>]*>\\d</td>", page);
        Assert.Contains("<svg ", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"/tasks/([0-9a-f-]{36}-1)\"")]
    private static partial Regex Tasks();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]*)\"")]
    private static partial Regex Next();

    public sealed class World() : AppFixture("SWEEP_SCHEDULE=0 0 0 1 1 *", "RECONCILE_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *")
    {
        /// <summary>Puts an application with one task on the lists, under a new id.</summary>
        /// <returns>The task's id.</returns>
        internal async Task<string> SeedAsync(Application application, string? assignee, DateTimeOffset due)
        {
            var id = ApplicationId.New(Guid.NewGuid());
            var task = application.Tasks[^1] with { Id = TaskId.Create(id, 1), Assignee = assignee, Due = due };
            await App.Worklists.ShowAsync(null, application with { Id = id, Tasks = [task] }, default);
            return task.Id.ToString();
        }
    }
}
