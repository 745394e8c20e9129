using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.World;

/// <summary>Somebody with a browser window.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page, int width, bool byKeyboard) : IAsyncDisposable
{
    public const int Tall = 900;

    private const int Wide = 1280;
    private const int MostPresses = 200;

    /// <summary>
    /// Run in the page itself: the package's own runner opens another page for each run, which takes ten times as long. That keeps frames of
    /// others from its result; ours have none.
    /// </summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] RulesOfAxe = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public IPage Page => page;

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Opens a page that has to be there.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    public async Task FillAsync(string label, string text)
    {
        var field = page.GetByLabel(label, new() { Exact = true }).First;
        if (!byKeyboard)
        {
            await field.FillAsync(text);
            return;
        }

        await field.WaitForAsync();
        await TabToAsync(field, label);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    public async Task ChooseAsync(string label, string option)
    {
        var field = page.GetByLabel(label, new() { Exact = true }).First;
        if (!byKeyboard)
        {
            await field.SelectOptionAsync(new SelectOptionValue { Label = option });
            return;
        }

        await field.WaitForAsync();
        await TabToAsync(field, label);
        for (var presses = 0; await field.EvaluateAsync<string>("field => field.selectedOptions[0].text") != option; presses++)
        {
            Assert.True(presses < MostPresses, $"{option} can't be chosen by keyboard.");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>Ticks a radio button or a box, by its label within its question.</summary>
    public async Task TickAsync(string question, string answer)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = question });
        var choice = group.GetByLabel(answer, new() { Exact = true });
        if (!byKeyboard)
        {
            await choice.CheckAsync(new() { Force = true });
            return;
        }

        await group.WaitForAsync();
        if (await choice.GetAttributeAsync("type") == "checkbox")
        {
            await TabToAsync(choice, answer);
            await page.Keyboard.PressAsync("Space");
            return;
        }

        // One of a group of radio buttons takes the focus, and the arrows go on from there.
        await TabToAsync(group.Locator("input:focus"), question);
        await page.Keyboard.PressAsync("Space");
        for (var presses = 0; !await choice.IsCheckedAsync(); presses++)
        {
            Assert.True(presses < MostPresses, $"{answer} can't be chosen by keyboard.");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public Task PressAsync(string button) => UseAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First, button);

    public Task FollowAsync(string link) => UseAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First, link);

    private async Task UseAsync(ILocator control, string name)
    {
        if (!byKeyboard)
        {
            await control.ClickAsync();
            return;
        }

        await control.WaitForAsync();
        await TabToAsync(control, name);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task TabToAsync(ILocator target, string name)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            if (await target.CountAsync() > 0 && await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                var outline = await target.EvaluateAsync<string>(
                    "element => { const style = getComputedStyle(element); return style.outlineStyle + style.boxShadow; }"
                );
                Assert.True(outline != "nonenone", $"{name} has the focus, and doesn't show it.");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{name} is never reached by keyboard on {page.Url}.");
    }

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

    /// <summary>
    /// Holds the page to WCAG 2.2 AA as far as a program can, and to the width of the window; then the same in a wide one.
    /// </summary>
    public async Task CheckAccessibilityAsync(string what)
    {
        await page.EvaluateAsync(Axe);
        await CheckAtThisWidthAsync($"{what} at {width}");
        if (width != Wide)
        {
            await page.SetViewportSizeAsync(Wide, Tall);
            await CheckAtThisWidthAsync($"{what} at {Wide}");
            await page.SetViewportSizeAsync(width, Tall);
        }
    }

    private async Task CheckAtThisWidthAsync(string what)
    {
        var faults = await page.EvaluateAsync<string[]>(
            """
            async tags => {
              const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(node => node.html).join(', ')}`);
            }
            """,
            RulesOfAxe
        );
        Assert.True(faults.Length == 0, $"{what}: {string.Join('\n', faults)}");
        await CheckWidthAsync(what);
    }

    private async Task CheckWidthAsync(string what)
    {
        var wide = await TooWideAsync();
        Assert.True(wide.Length == 0, $"{what}: {string.Join('\n', wide)}");
    }

    /// <summary>What is wider than the window, where the page has to be scrolled sideways.</summary>
    public Task<string[]> TooWideAsync() =>
        page.EvaluateAsync<string[]>(
            """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              if (scrollWidth <= clientWidth) return [];
              const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > clientWidth);
              return [`${scrollWidth} pixels wide in a window of ${clientWidth}`, ...wide.map(one => one.outerHTML.slice(0, 120))];
            }
            """
        );

    /// <summary>Sets the size of text as the reader's browser has it, in pixels; browsers begin with 16.</summary>
    public async Task SetTextSizeAsync(int size)
    {
        // The browser takes it back when the session ends, so that it lives as long as the page.
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = size, @fixed = size } });
        await page.WaitForFunctionAsync($"getComputedStyle(document.documentElement).fontSize === '{size}px'");
    }
}
