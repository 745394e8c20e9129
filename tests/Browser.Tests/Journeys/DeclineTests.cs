using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>A decline, which two people make, a letter tells, and a third may take back.</summary>
[Collection(SiteCollection.Name)]
public sealed class DeclineTests(Site site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_decline_is_reviewed_told_in_a_letter_and_reconsidered(bool byKeyboard)
    {
        var application = await site.Instance.InReviewAsync();
        var title = (string)(await application.ReadAsync()).Json["microCredential"]!["title"]!;
        var address = application.Path["api".Length..];
        await application.DecideAsync("Decline");

        await using var reviewer = await site.VisitAsync((await application.TaskAsync("SecondReview")).AssigneeId, byKeyboard: byKeyboard);
        await reviewer.OpenAsync("/tasks");
        await reviewer.FollowAsync(title);
        await reviewer.SeesAsync(title);
        await FindAllAsync(reviewer);
        await DecideAsync(reviewer, "Decline", "It looks like another micro-credential.");

        await using var provider = await site.VisitAsync("mito", byKeyboard: byKeyboard);
        await provider.WaitForAsync(address, "ask for a reconsideration");
        await provider.FollowAsync("Letters");
        await provider.SeesAsync("Letters");
        await provider.FollowAsync("The decision, " + await DayOfLetterAsync(provider));
        await provider.SeesAsync("Your application was declined");

        // A letter is kept for years and sent by mail, so its links have the site's own address, which isn't the test's.
        var way = await provider.Page.GetByRole(AriaRole.Link, new() { Name = "Ask for a reconsideration" }).GetAttributeAsync("href");
        Assert.EndsWith($"{address}/reconsider", way, StringComparison.Ordinal);
        await provider.OpenAsync(address);
        await provider.FollowAsync("ask for a reconsideration");
        await provider.SeesAsync("Ask for a reconsideration");
        await provider.FillAsync("Grounds: why should the decision be another?", "The other one is at another level.");
        await provider.PressAsync("Ask for a reconsideration");
        await Assertions
            .Expect(provider.Page.GetByText("Your request has been sent. A registrar who took no part in the decision looks at it."))
            .ToBeVisibleAsync();

        await using var registrar = await site.VisitAsync(
            (await application.TaskAsync("Reconsideration")).AssigneeId,
            byKeyboard: byKeyboard
        );
        await registrar.OpenAsync("/tasks");
        await registrar.FollowAsync(title);
        await registrar.SeesAsync(title);
        await Assertions.Expect(registrar.Page.GetByText("The other one is at another level.").First).ToBeVisibleAsync();
        await DecideAsync(registrar, "Approve", "The other one is at level 3, this one at level 5.");

        var published = await application.UntilAsync("Published");
        await provider.OpenAsync($"/register/{published["registerNumber"]}");
        await provider.SeesAsync(title);
    }

    private static async Task FindAllAsync(Visitor reviewer)
    {
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            await reviewer.TickAsync($"Result for criterion {criterion}", "Not met");
            await reviewer.FillAsync($"Comment on criterion {criterion}", $"Missing on page {criterion}.");
            await reviewer.PressAsync($"Save criterion {criterion}");
            await Assertions.Expect(reviewer.Page.GetByText("Your finding has been saved.")).ToBeVisibleAsync();
            await reviewer.OpenAsync(new Uri(reviewer.Page.Url).AbsolutePath);
        }
    }

    private static async Task DecideAsync(Visitor official, string decision, string reasons)
    {
        await official.FollowAsync("Decide");
        await official.TickAsync("Your decision", decision);
        await official.FillAsync("Reasons", reasons);
        await official.PressAsync("Continue");
        await official.SeesAsync("Check your decision");
        await official.PressAsync("Confirm");
        await Assertions.Expect(official.Page.GetByText("Your decision has been recorded.")).ToBeVisibleAsync();
    }

    /// <summary>The day as the list of letters has it.</summary>
    private static async Task<string> DayOfLetterAsync(Visitor provider)
    {
        var text = await provider.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^The decision, ") }).InnerTextAsync();
        return text["The decision, ".Length..];
    }
}
