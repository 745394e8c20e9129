using System.Net;
using System.Text.Json.Nodes;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Edge;

/// <summary>The page for choosing a persona, and the cookie that it sets.</summary>
[Collection(nameof(ProbeHost))]
public sealed class SignInTests(ProbeHost app)
{
    private const string Page = "/.auth/login/local";

    [Fact]
    public async Task The_page_lists_the_personas()
    {
        var page = await app.Http.GetStringAsync(Page);

        Assert.Contains("value=\"tester\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;Other &amp; Co&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_one_sets_a_cookie_that_scripts_do_not_see_and_other_sites_do_not_send()
    {
        using var answer = await ChooseAsync("tester", "/somewhere?a=1");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/somewhere?a=1", answer.Headers.Location!.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_cookie_makes_one_that_persona()
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/.auth/me", ("Cookie", await CookieAsync()));

        var identity = JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!;
        Assert.Equal(("local", "Tāne Tester"), ((string?)identity["provider_name"], (string?)identity["user_id"]));
        Assert.Contains(identity["user_claims"]!.AsArray(), claim =>
            (string?)claim!["typ"] == "roles" && (string?)claim["val"] == "Evaluator"
        );
        using var seen = await app.SendAsync(HttpMethod.Get, "/requests/headers", ("Cookie", await CookieAsync()));
        Assert.Contains("CLIENT-PRINCIPAL", (await seen.Content.ReadAsStringAsync()).ToUpperInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_401()
    {
        using var answer = await app.Http.GetAsync("/.auth/me");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task It_leads_to_no_other_site(string target)
    {
        using var answer = await ChooseAsync("tester", target);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_can_not_sign_a_visitor_in(string name, string value)
    {
        using var answer = await ChooseAsync("tester", "/", (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_app_s_own_page_can()
    {
        using var answer = await ChooseAsync(
            "tester",
            "/",
            ("Origin", app.Host.Url.GetLeftPart(UriPartial.Authority)),
            ("Sec-Fetch-Site", "same-origin")
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_can_be_chosen()
    {
        using var answer = await ChooseAsync("nobody", "/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        using var answer = await app.SendAsync(
            HttpMethod.Get,
            "/.auth/logout?post_logout_redirect_uri=/bye",
            ("Cookie", await CookieAsync())
        );

        Assert.Equal("/bye", answer.Headers.Location!.ToString());
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/.auth")]
    [InlineData("/.auth/login/aad")]
    [InlineData("/.auth/anything")]
    public async Task The_rest_below_is_404_and_never_the_app_s(string path)
    {
        using var answer = await app.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> CookieAsync()
    {
        using var answer = await ChooseAsync("tester", "/");
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task<HttpResponseMessage> ChooseAsync(string persona, string target, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Page)
        {
            Content = new FormUrlEncodedContent([new("persona", persona), new("post_login_redirect_uri", target)]),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await app.Http.SendAsync(request);
    }
}
