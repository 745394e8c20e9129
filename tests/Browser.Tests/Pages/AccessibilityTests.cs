using MicroCred.Browser.Tests.Journeys;
using MicroCred.Browser.Tests.World;

namespace MicroCred.Browser.Tests.Pages;

/// <summary>
/// Every page, with little and with much on it: axe finds nothing, and nothing has to be scrolled sideways, on a narrow screen and on a
/// wide one.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(Site site)
{
    private const string LongWord = "Whakawhanaungatangamotorvehicleaccidentrepairandrefinishing";
    private const int Narrow = 320;

    [Fact]
    public async Task Everybody_s_pages()
    {
        await using var visitor = await site.VisitAsync(persona: null, width: Narrow);
        foreach (var path in (string[])["/", "/register", "/register?q=nothing+such", "/statistics", "/status", "/about", "/verify"])
        {
            await visitor.OpenAsync(path);
            await visitor.CheckAccessibilityAsync($"{path}");
        }

        foreach (var (path, status) in new[] { ("/register/999999", 404), ("/nowhere", 404), ("/register?level=x", 400) })
        {
            Assert.Equal(status, (await visitor.Page.GotoAsync(path))!.Status);
            await visitor.CheckAccessibilityAsync($"{path}");
        }
    }

    [Theory]
    [InlineData("no-role")]
    [InlineData("mito")]
    [InlineData("registrar")]
    public async Task The_account_s_page(string persona)
    {
        await using var visitor = await site.VisitAsync(persona, width: Narrow);
        await visitor.OpenAsync("/account");
        await visitor.CheckAccessibilityAsync($"/account for {persona}");
    }

    [Fact]
    public async Task A_provider_s_pages()
    {
        await using var provider = await site.VisitAsync("careerforce", width: Narrow);
        var draft = await ProviderJourney.StartAsync(provider, $"{LongWord}");
        string[] sections = ["about", "level", "subject", "purpose", "standards", "pathways", "need", "delivery", "documents", "funding"];
        foreach (
            var path in (string[])
                [
                    "/applications",
                    "/applications/new",
                    "/applications/package",
                    draft,
                    .. sections.Select(section => $"{draft}/edit/{section}"),
                    $"{draft}/check",
                    $"{draft}/submit",
                    $"{draft}/copy",
                    $"{draft}/delete",
                ]
        )
        {
            await provider.OpenAsync(path);
            await provider.CheckAccessibilityAsync($"{path}");
        }

        await provider.OpenAsync(draft);
        await ProviderJourney.FillInAsync(provider);
        await ProviderJourney.SubmitAsync(provider, draft);
        await provider.WaitForAsync(draft, "With an evaluator");
        await provider.CheckAccessibilityAsync($"{draft}, submitted,");
    }

    [Fact]
    public async Task The_pages_of_those_who_evaluate_oversee_and_decide()
    {
        await using var provider = await site.VisitAsync("stratcom");
        var title = $"{LongWord} under evaluation";
        var address = await ProviderJourney.StartAsync(provider, title);
        await ProviderJourney.FillInAsync(provider);
        await ProviderJourney.SubmitAsync(provider, address);
        await provider.WaitForAsync(address, "With an evaluator");

        await using var registrar = await site.VisitAsync("registrar", width: Narrow);
        await registrar.OpenAsync("/tasks");
        await registrar.CheckAccessibilityAsync($"/tasks of a registrar");
        await registrar.FollowAsync(title);
        await registrar.SeesAsync(title);
        var task = new Uri(registrar.Page.Url).AbsolutePath;
        foreach (
            var path in (string[])
                [
                    task,
                    $"{task}/conflict",
                    $"{task}/assign",
                    "/oversight",
                    "/oversight/import",
                    "/rules/trial",
                    address,
                    $"{address}/record",
                ]
        )
        {
            await registrar.OpenAsync(path);
            await registrar.CheckAccessibilityAsync($"{path} of a registrar");
        }

        var persona = await OpenTasks.AssigneeAsync(site, title);
        await using var evaluator = await site.VisitAsync(persona, width: Narrow);
        foreach (var path in (string[])["/tasks", task, $"{task}/decide", $"{task}/release"])
        {
            await evaluator.OpenAsync(path);
            await evaluator.CheckAccessibilityAsync($"{path} of an evaluator");
        }

        await evaluator.OpenAsync($"{task}/decide");
        await evaluator.PressAsync("Continue");
        await evaluator.CheckAccessibilityAsync($"{task}/decide with errors");

        await using var adviser = await site.VisitAsync("funding-adviser", width: Narrow);
        await adviser.OpenAsync("/referrals");
        await adviser.CheckAccessibilityAsync($"/referrals");
    }
}
