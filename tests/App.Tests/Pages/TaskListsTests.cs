using System.Text.RegularExpressions;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pages;

/// <summary>The lists that people work from.</summary>
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
        var withdrawn = AnApplication.WithoutFault.Returned().Withdraw("Not now.", People.Provider, Moments.Later(8)).Application();
        await world.SeedAsync(withdrawn with { Entered = new(Stage.Ended, now) }, "evaluator-2", now);

        var page = await world.App.PageAsync("registrar", "/oversight");

        Assert.Contains("Waiting for its provider’s answer</th>", page, StringComparison.Ordinal);
        Assert.Matches("Urgent ones</th>\\s*<td [^>]*data-label=\"Decisions\">1</td>\\s*<td [^>]*>\\d</td>", page);
        Assert.Contains("<svg ", page, StringComparison.Ordinal);
        var past = page[page.IndexOf("Ended applications, by stage", StringComparison.Ordinal)..];
        Assert.Matches("With its provider, to be corrected</th>\\s*<td [^>]*>1</td>\\s*<td [^>]*>6</td>\\s*<td [^>]*>6</td>", past);
    }

    [Fact]
    public async Task A_provider_finds_what_waits_on_it_first_then_what_happens_next_by_when()
    {
        AnApplication Titled(string title) =>
            AnApplication.WithoutFault.By(Providers.Stratcom).With(content => content with { Title = title });
        async Task SeedAsync(Application application, int due) => await world.SeedAsync(application, "evaluator-2", Moments.Later(due));
        await SeedAsync(Titled("f").InReview(), 9);
        await SeedAsync(Titled("d").Approved(), 1);
        await SeedAsync(Titled("e").InReview(), 8);
        await SeedAsync(Titled("b").Returned() with { LapsesAt = Moments.Later(90) }, 2);
        await SeedAsync(Titled("a").WaitingForInformation(), 2);
        await SeedAsync(Titled("c").Draft(), 2);

        var page = await world.App.PageAsync("stratcom", "/applications");

        Assert.Equal(["a", "b", "c", "e", "f", "d"], Titles().Matches(page).Select(title => title.Groups[1].Value));
        Assert.Equal(
            ["10 March 2026", "11 March 2026"],
            Dates().Matches(page).Select(date => date.Groups[1].Value).Where(date => date != "No date").TakeLast(2)
        );
        Assert.Equal(2, Dates().Matches(page).Count(date => date.Groups[1].Value == "No date"));
    }

    [GeneratedRegex("<bdi>([a-z])</bdi></a></th>")]
    private static partial Regex Titles();

    [GeneratedRegex("data-label=\"By when\">([^<]*)</td>")]
    private static partial Regex Dates();

    [GeneratedRegex("href=\"/tasks/([0-9a-f-]{36}-1)\"")]
    private static partial Regex Tasks();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]*)\"")]
    private static partial Regex Next();

    public sealed class World() : AppFixture("SWEEP_SCHEDULE=0 0 0 1 1 *", "RECONCILE_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *")
    {
        /// <summary>Puts an application on the lists, under a new id and with its last task alone, where it has one.</summary>
        /// <returns>The task's id.</returns>
        internal async Task<string> SeedAsync(Application application, string? assignee, DateTimeOffset due)
        {
            var id = ApplicationId.New(Guid.NewGuid());
            var task = TaskId.Create(id, 1);
            var tasks = application.Tasks.TakeLast(1).Select(last => last with { Id = task, Assignee = assignee, Due = due });
            await App.Worklists.ShowAsync(null, application with { Id = id, Tasks = [.. tasks] }, default);
            return task.ToString();
        }
    }
}
