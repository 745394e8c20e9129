using System.Net;
using AngleSharp.Html.Parser;
using MicroCred.Browser.Tests.World;

namespace MicroCred.Browser.Tests.Pages;

/// <summary>What pages answer whoever doesn't come by one of our own forms. A browser could only send this from another site.</summary>
[Collection(SiteCollection.Name)]
public sealed class SecurityTests(Site site)
{
    private static readonly Uri NewApplication = new("/applications/new", UriKind.Relative);

    [Theory]
    [InlineData("/", null, HttpStatusCode.OK)]
    [InlineData("/register", null, HttpStatusCode.OK)]
    [InlineData("/register?level=x", null, HttpStatusCode.BadRequest)]
    [InlineData("/register/999999", null, HttpStatusCode.NotFound)]
    [InlineData("/nowhere", null, HttpStatusCode.NotFound)]
    [InlineData("/applications", "mito", HttpStatusCode.OK)]
    [InlineData("/applications", "evaluator-1", HttpStatusCode.Forbidden)]
    [InlineData("/oversight", "registrar", HttpStatusCode.OK)]
    [InlineData("/oversight/import", "registrar", HttpStatusCode.OK)]
    [InlineData("/oversight/import", "evaluator-1", HttpStatusCode.Forbidden)]
    [InlineData("/rules/trial", "registrar", HttpStatusCode.OK)]
    [InlineData("/rules/trial", "evaluator-1", HttpStatusCode.Forbidden)]
    [InlineData("/account", "no-role", HttpStatusCode.OK)]
    public async Task Every_page_is_kept_from_others_scripts_frames_and_caches(string path, string? persona, HttpStatusCode status)
    {
        using var http = site.Client(persona);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.True(persona is null || answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_that_needs_signing_in_sends_there_and_back()
    {
        using var http = site.Client(persona: null);
        using var answer = await http.GetAsync(new Uri("/applications?after=u50", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/.auth/login/local?post_login_redirect_uri=%2Fapplications%3Fafter%3Du50", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(null, "/.auth/login/local?post_login_redirect_uri=%2Fstart")]
    [InlineData("mito", "/applications")]
    [InlineData("evaluator-1", "/tasks")]
    [InlineData("registrar", "/oversight")]
    [InlineData("funding-adviser", "/referrals")]
    [InlineData("no-role", "/account")]
    public async Task The_start_page_s_sign_in_leads_everybody_to_their_work(string? persona, string address)
    {
        using var http = site.Client(persona);
        var home = new HtmlParser().ParseDocument(await http.GetStringAsync(new Uri("/", UriKind.Relative)));
        var link = home.QuerySelectorAll("a").Single(link => link.TextContent == "Sign in").GetAttribute("href")!;
        using var answer = await http.GetAsync(new Uri(link, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://elsewhere.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    [InlineData("own", "cross-site")]
    [InlineData("https://elsewhere.example", "same-origin")]
    public async Task A_form_of_another_site_changes_nothing(string? origin, string? fetched)
    {
        using var http = site.Client("mito");
        var token = await http.TokenAsync(NewApplication);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(http, token, origin == "own" ? site.Origin : origin, fetched));
    }

    [Fact]
    public async Task A_form_needs_a_token_that_was_made_for_the_person()
    {
        using var http = site.Client("mito");
        using var other = site.Client("mind-lab");
        var others = await other.TokenAsync(NewApplication);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, token: "", site.Origin, "same-origin"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, others, site.Origin, "same-origin"));
        var token = await http.TokenAsync(NewApplication);
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(http, token, site.Origin, fetched: null));
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(http, token, origin: null, "same-origin"));
    }

    [Theory]
    [InlineData("need.stakeholders[2000000000].name")]
    [InlineData("need.stakeholders[2147483647].name")]
    [InlineData("need.stakeholders[-1].name")]
    public async Task A_row_that_no_form_has_is_passed_over(string field)
    {
        using var http = site.Client("mito");
        using var begun = await SendAsync(http, NewApplication, await http.TokenAsync(NewApplication), []);
        Uri section = new($"{begun.Headers.Location!.OriginalString.Split('?')[0]}/edit/need", UriKind.Relative);

        using var answer = await SendAsync(http, section, await http.TokenAsync(section), new() { [field] = "Nobody" });

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string token, string? origin, string? fetched)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, NewApplication)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token }),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (fetched is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetched);
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Uri page, string token, Dictionary<string, string> fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["form-token"] = token }),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        return await http.SendAsync(request);
    }
}
