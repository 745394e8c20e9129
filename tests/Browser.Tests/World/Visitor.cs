using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.World;

/// <summary>Somebody with a browser window.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Opens a page that has to be there.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    public Task FillAsync(string label, string text) => page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    public Task ChooseAsync(string label, string option) =>
        page.GetByLabel(label, new() { Exact = true }).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks a radio button or a box, by its label within its question.</summary>
    public Task TickAsync(string question, string answer) =>
        page.GetByRole(AriaRole.Group, new() { Name = question })
            .GetByLabel(answer, new() { Exact = true })
            .CheckAsync(new() { Force = true });

    public async Task PressAsync(string button) =>
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async Task FollowAsync(string link) =>
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Waits for the page with this heading.</summary>
    public Task SeesAsync(string heading) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);

    /// <summary>Opens the page again until it says something, as people do who wait for it.</summary>
    public async Task WaitForAsync(string path, string text)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            await OpenAsync(path);
            if ((await page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(250);
        }

        Assert.Fail($"{path} never said “{text}”, but:\n{await page.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Holds the page to WCAG 2.2 AA as far as a program can, and to the width of the window.</summary>
    public async Task CheckAccessibilityAsync(string what)
    {
        var result = await page.RunAxe(
            new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } }
        );
        Assert.True(
            result.Violations.Length == 0,
            $"{what}: {string.Join('\n', result.Violations.Select(fault => $"{fault.Id}: {fault.Help} at {string.Join(", ", fault.Nodes.Select(node => node.Html))}"))}"
        );
        var (content, window) = (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await page.EvaluateAsync<int>("document.documentElement.clientWidth")
        );
        Assert.True(content <= window, $"{what}: {content} pixels wide in a window of {window}.");
    }
}
