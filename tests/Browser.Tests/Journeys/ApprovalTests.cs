using MicroCred.Browser.Tests.World;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>An application from the start page to the register, by a provider and an evaluator in two browsers at once.</summary>
[Collection(SiteCollection.Name)]
public sealed class ApprovalTests(Site site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_the_start_page_to_the_register(bool byKeyboard)
    {
        var title = $"Kaitiakitanga at work, {(byKeyboard ? "by keyboard" : "by mouse")}";
        await using var provider = await site.VisitAsync("mind-lab", byKeyboard: byKeyboard);
        var address = await ProviderJourney.StartAsync(provider, title);
        await ProviderJourney.FillInAsync(provider, asksForFunding: false);
        await ProviderJourney.SubmitAsync(provider, address);
        await provider.WaitForAsync(address, "With an evaluator");

        await using var evaluator = await site.VisitAsync(await OpenTasks.AssigneeAsync(site, title), byKeyboard: byKeyboard);
        await evaluator.OpenAsync("/tasks");
        await evaluator.FollowAsync(title);
        await evaluator.SeesAsync(title);
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            await evaluator.TickAsync($"Result for criterion {criterion}", "Met");
            await evaluator.FillAsync($"Comment on criterion {criterion}", $"Seen on page {criterion}.");
            await evaluator.PressAsync($"Save criterion {criterion}");
            await Assertions.Expect(evaluator.Page.GetByText("Your finding has been saved.")).ToBeVisibleAsync();
            await evaluator.OpenAsync(new Uri(evaluator.Page.Url).AbsolutePath);
        }

        await evaluator.FillAsync("Your question", "Who checks the assessors?");
        await evaluator.PressAsync("Send the question");
        await Assertions.Expect(evaluator.Page.GetByText("Your question has been sent to the provider.")).ToBeVisibleAsync();

        await provider.WaitForAsync(address, "Who checks the assessors?");
        await provider.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Answer by") }).ClickAsync();
        await provider.FillAsync("Your answer", "An assessor of another provider.");
        await provider.PressAsync("Send the answer");
        await Assertions.Expect(provider.Page.GetByText("Your answer has been sent to the evaluator.")).ToBeVisibleAsync();

        var task = new Uri(evaluator.Page.Url).AbsolutePath;
        await evaluator.WaitForAsync(task, "An assessor of another provider.");
        await evaluator.FollowAsync("Decide");
        await evaluator.TickAsync("Your decision", "Approve");
        await evaluator.FillAsync("Reasons", "All criteria are met.");
        await evaluator.PressAsync("Continue");
        await evaluator.SeesAsync("Check your decision");
        await evaluator.PressAsync("Confirm");
        await Assertions.Expect(evaluator.Page.GetByText("Your decision has been recorded.")).ToBeVisibleAsync();

        await provider.WaitForAsync(address, "on the register");
        await using var anyone = await site.VisitAsync(persona: null, byKeyboard: byKeyboard);
        await anyone.WaitForAsync($"/register?q={Uri.EscapeDataString(title)}", title);
        await anyone.FollowAsync(title);
        await anyone.SeesAsync(title);
    }
}
