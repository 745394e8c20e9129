using MicroCred.Browser.Tests.World;
using MicroCred.EndToEnd.Tests.Applications;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.Journeys;

/// <summary>What is done with a micro-credential that is listed: it is changed, delivered by another provider, and reviewed.</summary>
[Collection(SiteCollection.Name)]
public sealed class ListedTests(Site site)
{
    [Fact]
    public async Task A_developer_applies_for_a_change_of_which_only_what_differs_is_evaluated()
    {
        var (listed, number, title) = await PublishedAsync();
        await using var provider = await site.VisitAsync("mito");
        await provider.OpenAsync(listed.Path["api".Length..]);
        await provider.FollowAsync("Apply for a change of this micro-credential");
        await provider.SeesAsync($"Change number {number}");
        await provider.PressAsync("Start the change");
        await provider.SeesAsync(title);
        var address = new Uri(provider.Page.Url).AbsolutePath;
        await provider.FollowAsync("Delivery and assessment");
        await provider.FillAsync("Assessment", "A portfolio, read by two assessors.");
        await provider.PressAsync("Save and continue");
        TestApplication change = new(site.Instance, "mito", address.Split('/')[^1]);
        foreach (var kind in new[] { "Curriculum", "AssessmentPlan", "EvidenceOfNeed" })
        {
            await change.UploadAsync(kind);
        }

        await ProviderJourney.SubmitAsync(provider, address);
        var task = await change.TaskAsync();

        await using var evaluator = await site.VisitAsync(task.AssigneeId);
        await evaluator.OpenAsync(task.Path["api".Length..]);
        await Assertions.Expect(evaluator.Page.GetByRole(AriaRole.Heading, new() { Name = "What it changes" })).ToBeVisibleAsync();
        await Assertions.Expect(evaluator.Page.Locator(".changes ins", new() { HasText = "portfolio" }).First).ToBeVisibleAsync();
        await Assertions.Expect(evaluator.Page.GetByText("Result for criterion 6")).ToBeVisibleAsync();
        await Assertions.Expect(evaluator.Page.GetByText("Result for criterion 3")).ToHaveCountAsync(0);
        await evaluator.CheckAccessibilityAsync("the task of a change");
        await change.DecideAsync("Approve");
        await change.UntilAsync("Published");

        await provider.WaitForAsync($"/register/{number}", "Version");
        await Assertions.Expect(provider.Page.GetByRole(AriaRole.Definition).Nth(2)).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task Another_provider_applies_to_deliver_it_from_its_entry()
    {
        var (_, number, title) = await PublishedAsync();
        await using var other = await site.VisitAsync("mind-lab");
        await other.OpenAsync($"/register/{number}");
        await other.FollowAsync("Apply to deliver this micro-credential");
        await other.SeesAsync($"Apply to deliver number {number}");
        await other.PressAsync("Start");
        await other.SeesAsync(title);

        await other.FollowAsync("What it is");
        await Assertions.Expect(other.Page.GetByLabel("Number on the register (optional)")).ToHaveValueAsync($"{number}");
        await Assertions.Expect(other.Page.GetByLabel("The right to teach a micro-credential of another provider")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_developer_reports_on_its_entry_and_a_registrar_lets_it_go_on()
    {
        var (listed, number, title) = await PublishedAsync();
        await using var provider = await site.VisitAsync("mito");
        await provider.OpenAsync(listed.Path["api".Length..]);
        await provider.FollowAsync("Report on it for its review");
        await provider.SeesAsync($"Report on number {number}");
        await provider.CheckAccessibilityAsync("the report on an entry");
        await provider.TickAsync("Is it still needed?", "Yes");
        await provider.PressAsync("Send the report");
        await provider.SeesAsync($"Report on number {number}");
        await provider.FillAsync("What shows that?", "Forty workshops took them on.");
        await provider.FillAsync("How many learners enrolled since the last review?", "120");
        await provider.FillAsync("How many of them achieved it?", "101");
        await provider.PressAsync("Send the report");
        await Assertions.Expect(provider.Page.GetByText("Your report has been sent. A registrar decides on it.")).ToBeVisibleAsync();

        var task = await listed.TaskAsync("EntryReview");
        await using var registrar = await site.VisitAsync(task.AssigneeId);
        await registrar.OpenAsync(task.Path["api".Length..]);
        await registrar.SeesAsync(title);
        await Assertions.Expect(registrar.Page.GetByText("Forty workshops took them on.")).ToBeVisibleAsync();
        await registrar.FollowAsync("Decide");
        await registrar.TickAsync("Your decision", "It goes on until its next review");
        await registrar.FillAsync("Reasons", "It is needed.");
        await registrar.PressAsync("Continue");
        await registrar.SeesAsync("Check your decision");
        await registrar.PressAsync("Confirm");
        await Assertions.Expect(registrar.Page.GetByText("Your decision has been recorded.")).ToBeVisibleAsync();
    }

    private async Task<(TestApplication Application, int Number, string Title)> PublishedAsync()
    {
        var application = await site.Instance.InReviewAsync();
        await application.DecideAsync("Approve");
        var published = await application.UntilAsync("Published");
        return (application, (int)published["registerNumber"]!, (string)published["microCredential"]!["title"]!);
    }
}
