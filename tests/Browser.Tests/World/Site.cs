using MicroCred.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.World;

/// <summary>A running site of the tests' own, and a browser.</summary>
public sealed class Site : IAsyncLifetime, IDisposable
{
    private readonly OwnServer _server = new();
    private readonly HttpClient _http;
    private readonly RunningInstance _instance;
    private readonly Lazy<Task<IReadOnlyList<(string? Persona, string[] Paths)>>> _mainPages;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site()
    {
        _http = new HttpClient { BaseAddress = _server.Url };
        _instance = new RunningInstance(_server.Url);
        _mainPages = new(() => World.MainPages.MakeAsync(this));
    }

    /// <summary>The site as programs reach it, for what a test needs to be there and isn't about.</summary>
    internal RunningInstance Instance => _instance;

    /// <summary>The pages that people use most, and who opens them; made when first asked for.</summary>
    internal Task<IReadOnlyList<(string? Persona, string[] Paths)>> MainPagesAsync() => _mainPages.Value;

    /// <summary>Where it serves.</summary>
    internal Uri Url => _server.Url;

    public async Task InitializeAsync()
    {
        var chromium = await Chromium.FindAsync();
        var serving = _server.StartAsync(_http);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] }
        );
        await serving;
        await _instance.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        _instance.Dispose();
        _http.Dispose();
    }

    /// <summary>Somebody with a browser window of their own, signed in as a persona; null for nobody.</summary>
    internal async Task<Visitor> VisitAsync(
        string? persona,
        bool withScripts = true,
        bool byKeyboard = false,
        int width = 1280,
        bool forcesColours = false
    )
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = Url.ToString(),
                JavaScriptEnabled = withScripts,
                ViewportSize = new() { Width = width, Height = Visitor.Tall },
                Locale = "en-NZ",
                ForcedColors = forcesColours ? ForcedColors.Active : ForcedColors.None,
            }
        );
        context.SetDefaultTimeout(20_000);
        Visitor visitor = new(context, await context.NewPageAsync(), width, byKeyboard);
        if (persona is not null)
        {
            await SignInAsync(visitor, persona);
        }

        return visitor;
    }

    /// <summary>The site as browsers name it as the origin of a request.</summary>
    internal string Origin => Url.GetLeftPart(UriPartial.Authority);

    /// <summary>A program that asks as a persona, or as nobody, and follows no redirects.</summary>
    internal HttpClient Client(string? persona)
    {
        HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (persona is not null)
        {
            http.DefaultRequestHeaders.Add("Cookie", $"AppServiceAuthSession={persona}");
        }

        return http;
    }

    /// <summary>Holds what somebody without scripts sees to what pages are held to, which takes scripts.</summary>
    internal async Task CheckAccessibilityAsync(Visitor shownTo, string what)
    {
        var html = await shownTo.Page.ContentAsync();
        await using var copy = await VisitAsync(persona: null);
        await copy.Page.RouteAsync(shownTo.Page.Url, route => route.FulfillAsync(new() { Body = html, ContentType = "text/html" }));
        await copy.Page.GotoAsync(shownTo.Page.Url);
        await copy.CheckAccessibilityAsync(what);
    }

    /// <summary>Signs somebody in, as another tab of the same browser would.</summary>
    internal Task SignInAsync(Visitor visitor, string persona) =>
        visitor.Page.Context.AddCookiesAsync([
            new()
            {
                Name = "AppServiceAuthSession",
                Value = persona,
                Url = Url.ToString(),
            },
        ]);
}

/// <summary>One site for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "One site";
}
