using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>What a registrar says of evaluators, and what evaluators say of themselves, each by keyboard alone.</summary>
[Collection(SiteCollection.Name)]
public sealed class EvaluatorsTests(Site site)
{
    [Fact]
    public async Task A_registrar_records_an_interest_and_the_task_goes_to_somebody_else()
    {
        await using var restored = new RestoredEvaluators(site.Instance);
        var application = await site.Instance.InReviewAsync();
        var task = await application.TaskAsync();
        var name = await NameAsync(task.AssigneeId);
        await using var registrar = await site.VisitAsync("registrar", byKeyboard: true);

        await registrar.OpenAsync("/oversight");
        await registrar.FollowAsync("Evaluators");
        await registrar.SeesAsync("Evaluators");
        await registrar.FollowAsync(name);
        await registrar.SeesAsync(name);
        await registrar.FillAsync("Interests: provider numbers, one on each line", "9001");
        await registrar.PressAsync("Save");
        await Assertions.Expect(registrar.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await using var before = await site.VisitAsync(task.AssigneeId);
        var gone = await before.Page.GotoAsync(task.Path["api".Length..]);
        Assert.Equal(404, gone!.Status);
        Assert.NotEqual(task.AssigneeId, (await application.TaskAsync()).AssigneeId);
    }

    [Fact]
    public async Task An_evaluator_who_is_away_leaves_the_tasks_to_a_delegate()
    {
        await using var restored = new RestoredEvaluators(site.Instance);
        var application = await site.Instance.InReviewAsync();
        var title = (string)(await application.ReadAsync()).Json["microCredential"]!["title"]!;
        var task = await application.TaskAsync();
        var standIn = RestoredEvaluators.All.First(id => id != task.AssigneeId);
        await using var evaluator = await site.VisitAsync(task.AssigneeId, byKeyboard: true);

        await evaluator.OpenAsync("/account");
        await evaluator.FollowAsync("Change your interests and times away");
        await evaluator.SeesAsync("Your interests and times away");
        await evaluator.FillAsync("First day", "1/1/2026");
        await evaluator.FillAsync("Last day", "31/12/2045");
        await evaluator.ChooseAsync("Delegate (optional)", await NameAsync(standIn));
        await evaluator.PressAsync("Save");
        await Assertions.Expect(evaluator.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await using var other = await site.VisitAsync(standIn);
        await other.WaitForAsync("/tasks", title);
    }

    private async Task<string> NameAsync(string evaluator)
    {
        var all = (await site.Instance.As("registrar").GetAsync("api/evaluators")).Json["items"]!.AsArray();
        return (string)all.Single(one => (string?)one!["id"] == evaluator)!["name"]!;
    }
}
