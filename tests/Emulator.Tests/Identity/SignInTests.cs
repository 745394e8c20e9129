using System.Net;
using System.Text.Json;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Identity;

public sealed class SignInTests(SignInTests.App app) : IClassFixture<SignInTests.App>
{
    private const string Login = "/.auth/login/local";

    [Fact]
    public async Task The_page_lists_the_personas()
    {
        var page = await app.Http.GetStringAsync(Login);

        Assert.Contains("value=\"tester\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;Other &amp; Co&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-NZ\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_one_sets_a_cookie_that_scripts_don_t_see_and_other_sites_don_t_send()
    {
        var response = await ChooseAsync("tester", "/somewhere?a=1");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/somewhere?a=1", response.Headers.Location!.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("AppServiceAuthSession=tester;", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_makes_one_that_persona()
    {
        using var me = JsonDocument.Parse(await (await AsTesterAsync("/.auth/me")).Content.ReadAsStringAsync());

        var identity = me.RootElement[0];
        Assert.Equal("local", identity.GetProperty("provider_name").GetString());
        Assert.Equal("Tāne Tester", identity.GetProperty("user_id").GetString());
        Assert.Equal("roles", identity.GetProperty("user_claims")[2].GetProperty("typ").GetString());
        Assert.Contains("You are now T&#x101;ne Tester.", await (await AsTesterAsync(Login)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_401() => Assert.Equal(HttpStatusCode.Unauthorized, (await app.Http.GetAsync("/.auth/me")).StatusCode);

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task It_leads_to_no_other_site(string target) => Assert.Equal("/", (await ChooseAsync("tester", target)).Headers.Location!.ToString());

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_can_t_sign_a_visitor_in(string name, string value)
    {
        var response = await ChooseAsync("tester", "/", (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_app_s_own_page_can() =>
        Assert.Equal(HttpStatusCode.Found, (await ChooseAsync("tester", "/", ("Origin", app.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"))).StatusCode);

    [Fact]
    public async Task Nobody_else_can_be_chosen() => Assert.Equal(HttpStatusCode.BadRequest, (await ChooseAsync("nobody", "/")).StatusCode);

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        var response = await AsTesterAsync("/.auth/logout?post_logout_redirect_uri=/bye");

        Assert.Equal("/bye", response.Headers.Location!.ToString());
        Assert.StartsWith("AppServiceAuthSession=; expires=Thu, 01 Jan 1970", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/.auth")]
    [InlineData("/.auth/login/aad")]
    [InlineData("/.auth/anything")]
    public async Task The_rest_below_is_404_and_never_the_app_s(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(path)).StatusCode);

    private Task<HttpResponseMessage> AsTesterAsync(string path) =>
        app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", "AppServiceAuthSession=tester" } } });

    private Task<HttpResponseMessage> ChooseAsync(string persona, string target, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Login)
        {
            Content = new FormUrlEncodedContent([new("persona", persona), new("post_login_redirect_uri", target)]),
        };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return app.Http.SendAsync(request);
    }

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override IEnumerable<string> Settings => ["AzureFunctionsJobHost:extensions:http:routePrefix="];
    }

    internal static class Functions
    {
        [Function("CatchAll")]
        public static IResult CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) => Results.Text(path);
    }
}
