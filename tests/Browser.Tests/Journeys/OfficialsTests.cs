using System.Net;
using System.Text.Json.Nodes;
using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>What a registrar and a funding adviser do, from the start page on, by keyboard alone.</summary>
[Collection(SiteCollection.Name)]
public sealed class OfficialsTests(Site site)
{
    [Fact]
    public async Task A_registrar_finds_a_task_that_nobody_has_and_gives_it_to_somebody_by_keyboard()
    {
        await using var restored = new RestoredEvaluators(site.Instance);
        var application = await site.Instance.InReviewAsync();
        var title = (string)(await application.ReadAsync()).Json["microCredential"]!["title"]!;
        var free = await LeaveToNobodyAsync(application);
        await using var registrar = await site.VisitAsync("registrar", byKeyboard: true);

        await registrar.OpenAsync("/");
        await registrar.FollowAsync("Sign in");
        await registrar.SeesAsync("Oversight");
        await registrar.FollowAsync($"Assign {title}");
        await registrar.SeesAsync("Give this task to somebody");
        await registrar.ChooseAsync("Who gets it?", await registrar.Page.Locator($"option[value='{free}']").InnerTextAsync());
        await registrar.PressAsync("Give it to them");

        await Assertions.Expect(registrar.Page.GetByText("The task has been given to somebody else.")).ToBeVisibleAsync();
        Assert.Equal(free, (await application.TaskAsync()).AssigneeId);
    }

    [Fact]
    public async Task A_funding_adviser_decides_a_referral_by_keyboard()
    {
        var application = await site.Instance.ReferredAsync();
        var title = (string)(await application.ReadAsync()).Json["microCredential"]!["title"]!;
        await using var adviser = await site.VisitAsync("funding-adviser", byKeyboard: true);

        await adviser.OpenAsync("/");
        await adviser.FollowAsync("Sign in");
        await adviser.SeesAsync("Referrals");
        await adviser.FollowAsync(title);
        await adviser.SeesAsync(title);
        await adviser.FollowAsync("Decide");
        await adviser.TickAsync("Your decision", "TEC may not fund it");
        await adviser.FillAsync("Reasons", "Another fund pays for it.");
        await adviser.PressAsync("Continue");
        await adviser.SeesAsync("Check your decision");
        await adviser.PressAsync("Confirm");

        await Assertions.Expect(adviser.Page.GetByText("Your decision has been recorded.")).ToBeVisibleAsync();
        var published = await application.UntilAsync("Published");
        await adviser.OpenAsync($"/register/{published["registerNumber"]}");
        await Assertions.Expect(adviser.Page.GetByText("Not funded by TEC")).ToBeVisibleAsync();
    }

    /// <summary>Has the first evaluator give the task up, and the others declare an interest, until nobody is left.</summary>
    /// <returns>The first evaluator, who may have it again.</returns>
    private async Task<string> LeaveToNobodyAsync(TestApplication application)
    {
        var first = await application.TaskAsync();
        while ((string?)(await application.TasksAsync())[0]!["assignee"] is { } assignee)
        {
            var act = assignee == first.AssigneeId ? "release" : "conflict";
            (await site.Instance.As(assignee).PostAsync($"{first.Path}/{act}", new JsonObject { ["reason"] = "A test." })).Is(
                HttpStatusCode.OK
            );
        }

        return first.AssigneeId;
    }
}
