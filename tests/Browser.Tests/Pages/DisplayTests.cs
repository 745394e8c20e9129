using MicroCred.Browser.Tests.World;

namespace MicroCred.Browser.Tests.Pages;

/// <summary>The main pages as browsers show them: nothing moves while they load, and they follow the reader's own settings.</summary>
[Collection(SiteCollection.Name)]
public sealed class DisplayTests(Site site)
{
    /// <summary>How far things moved by themselves since the page was opened, as the browser scores it, and what moved.</summary>
    private const string Shifts = """
        () => new Promise(done => {
          const shifts = [];
          const note = list => shifts.push(...list.getEntries().filter(shift => !shift.hadRecentInput));
          new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(shifts.map(shift => shift.value + ': ' + shift.sources.map(one => one.node?.outerHTML).join(', '))), 150);
        })
        """;

    /// <summary>
    /// What takes the focus and doesn't show it, buttons and fields without an edge, and charts' marks in the colour of their ground.
    /// </summary>
    private const string Unseen = """
        () => {
          const unseen = [];
          document.querySelectorAll('details').forEach(details => { details.open = true; });
          const isSeen = (style, edge) => style[edge + 'Style'] !== 'none' && parseFloat(style[edge + 'Width']) >= 1;
          const shown = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(element => element.type !== 'hidden' && element.getClientRects().length > 0);
          for (const element of shown) {
            element.focus();
            const isTicked = element.type === 'radio' || element.type === 'checkbox';
            const outline = isTicked ? getComputedStyle(element.nextElementSibling, '::before') : getComputedStyle(element);
            if (document.activeElement !== element || !isSeen(outline, 'outline')) unseen.push('focus: ' + element.outerHTML);
            element.blur();
            if (element.matches('button, .govuk-button, input, select, textarea') && !isTicked && element.type !== 'file') {
              if (!isSeen(getComputedStyle(element), 'borderTop')) unseen.push('edge: ' + element.outerHTML);
            }
          }
          const ground = getComputedStyle(document.body).backgroundColor;
          for (const mark of document.querySelectorAll('.chart-bar, .chart text')) {
            if (getComputedStyle(mark).fill === ground) unseen.push('mark: ' + mark.outerHTML);
          }
          return unseen;
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_moves_while_a_page_loads(bool withScripts)
    {
        foreach (var (persona, paths) in await site.MainPagesAsync())
        {
            await using var visitor = await site.VisitAsync(persona);
            await visitor.Page.RouteAsync("**/*.js", async route =>
            {
                // Late enough for the page to be painted without it, were it to be.
                await Task.Delay(withScripts ? 300 : 0);
                await (withScripts ? route.ContinueAsync() : route.AbortAsync());
            });
            foreach (var path in paths)
            {
                await visitor.OpenAsync(path);
                var shifts = await visitor.Page.EvaluateAsync<string[]>(Shifts);
                Assert.True(shifts.Length == 0, $"{path} for {persona ?? "everybody"}: {string.Join('\n', shifts)}");
            }
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task In_the_readers_own_colours_and_twice_as_large_everything_is_seen_and_nothing_is_cut_off(int width)
    {
        List<string> wrong = [];
        foreach (var (persona, paths) in await site.MainPagesAsync())
        {
            await using var visitor = await site.VisitAsync(persona, width: width, forcesColours: true);
            foreach (var path in paths)
            {
                var what = $"{path} for {persona ?? "everybody"} at {width}, twice as large";
                await visitor.OpenAsync(path);
                await visitor.SetTextSizeAsync(32);
                var wide = await visitor.TooWideAsync();
                var unseen = await visitor.Page.EvaluateAsync<string[]>(Unseen);
                wrong.AddRange(wide.Concat(unseen).Select(element => $"{what}: {element}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
