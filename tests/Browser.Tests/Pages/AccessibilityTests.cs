using MicroCred.Browser.Tests.Journeys;
using MicroCred.Browser.Tests.World;

namespace MicroCred.Browser.Tests.Pages;

/// <summary>
/// Every page, with little and with much on it: axe finds nothing on a narrow screen, nor on a wide one where the page is everybody's, and
/// nothing has to be scrolled sideways on either.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(Site site)
{
    private const string LongWord = "Whakawhanaungatangamotorvehicleaccidentrepairandrefinishing";

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Everybody_s_pages(int width)
    {
        await using var visitor = await site.VisitAsync(persona: null, width: width);
        foreach (var path in (string[])["/", "/register", "/register?q=nothing+such", "/statistics", "/status", "/about"])
        {
            await visitor.OpenAsync(path);
            await visitor.CheckAccessibilityAsync($"{path} at {width}");
        }

        foreach (var (path, status) in new[] { ("/register/999999", 404), ("/nowhere", 404), ("/register?level=x", 400) })
        {
            Assert.Equal(status, (await visitor.Page.GotoAsync(path))!.Status);
            await visitor.CheckAccessibilityAsync($"{path} at {width}");
        }
    }

    [Theory]
    [InlineData("no-role")]
    [InlineData("mito")]
    [InlineData("registrar")]
    public async Task The_account_s_page(string persona)
    {
        await using var visitor = await site.VisitAsync(persona, width: 320);
        await visitor.OpenAsync("/account");
        await visitor.CheckAccessibilityAsync($"/account for {persona}");
    }

    [Fact]
    public async Task A_provider_s_pages()
    {
        const int width = 320;
        await using var provider = await site.VisitAsync("careerforce", width: width);
        var draft = await ProviderJourney.StartAsync(provider, $"{LongWord} at {width}");
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
            await provider.CheckAccessibilityAsync($"{path} at {width}");
        }

        await provider.OpenAsync(draft);
        await ProviderJourney.FillInAsync(provider);
        await ProviderJourney.SubmitAsync(provider, draft);
        await provider.WaitForAsync(draft, "With an evaluator");
        await provider.CheckAccessibilityAsync($"{draft}, submitted, at {width}");
    }

    [Fact]
    public async Task The_pages_of_those_who_evaluate_oversee_and_decide()
    {
        const int width = 320;
        await using var provider = await site.VisitAsync("stratcom");
        var title = $"{LongWord} under evaluation at {width}";
        var address = await ProviderJourney.StartAsync(provider, title);
        await ProviderJourney.FillInAsync(provider);
        await ProviderJourney.SubmitAsync(provider, address);
        await provider.WaitForAsync(address, "With an evaluator");

        await using var registrar = await site.VisitAsync("registrar", width: width);
        await registrar.OpenAsync("/tasks");
        await registrar.CheckAccessibilityAsync($"/tasks of a registrar at {width}");
        await registrar.FollowAsync(title);
        await registrar.SeesAsync(title);
        var task = new Uri(registrar.Page.Url).AbsolutePath;
        foreach (var path in (string[])[task, $"{task}/conflict", $"{task}/assign", "/oversight", address, $"{address}/record"])
        {
            await registrar.OpenAsync(path);
            await registrar.CheckAccessibilityAsync($"{path} of a registrar at {width}");
        }

        var persona = await OpenTasks.AssigneeAsync(site, title);
        await using var evaluator = await site.VisitAsync(persona, width: width);
        foreach (var path in (string[])["/tasks", task, $"{task}/decide", $"{task}/release"])
        {
            await evaluator.OpenAsync(path);
            await evaluator.CheckAccessibilityAsync($"{path} of an evaluator at {width}");
        }

        await evaluator.OpenAsync($"{task}/decide");
        await evaluator.PressAsync("Continue");
        await evaluator.CheckAccessibilityAsync($"{task}/decide with errors at {width}");

        await using var adviser = await site.VisitAsync("funding-adviser", width: width);
        await adviser.OpenAsync("/referrals");
        await adviser.CheckAccessibilityAsync($"/referrals at {width}");
    }
}
