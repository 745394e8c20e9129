using System.Net;
using System.Net.Sockets;
using System.Text;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>Which function answers a request. The app's host.json has an empty route prefix.</summary>
[Collection(nameof(ProbeHost))]
public sealed class RoutingTests(ProbeHost app)
{
    [Theory]
    [InlineData("/register/statistics", "AEntry statistics")]
    [InlineData("/other/statistics", "BStatistics other")]
    [InlineData("/things/17", "ThingByNumber 17")]
    [InlineData("/THINGS/17/", "ThingByNumber 17")]
    [InlineData("/things/red", "ThingByName red")]
    [InlineData("/things/1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01", "ThingById 1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01")]
    [InlineData("/criteria/7", "Criterion 7")]
    [InlineData("/criteria/8", "ZCatchAll criteria/8")]
    [InlineData("/Plain", "Plain")]
    [InlineData("/plain/", "Plain")]
    [InlineData("/optional", "Optional none")]
    [InlineData("/optional/word", "Optional word")]
    [InlineData("/no/such/thing", "ZCatchAll no/such/thing")]
    public async Task The_first_function_in_the_alphabet_whose_route_fits_answers(string path, string answer) =>
        Assert.Equal(answer, await app.Http.GetStringAsync(path));

    [Theory]
    [InlineData("/names/t%C4%81ne", "tāne")]
    [InlineData("/names/a%20b", "a b")]
    [InlineData("/names/a%2Fb", "a%2Fb")]
    public async Task Escapes_in_a_path_are_decoded_but_for_the_slash(string path, string name) =>
        Assert.Equal(name, await app.Http.GetStringAsync(path));

    [Fact]
    public async Task Several_functions_share_a_route_by_method()
    {
        Assert.Equal("Plain", await app.Http.GetStringAsync("/plain"));
        using var posted = await app.Http.PostAsync("/plain", null);
        Assert.Equal("PlainPost", await posted.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("DELETE", "/plain")]
    [InlineData("HEAD", "/plain")]
    [InlineData("OPTIONS", "/plain")]
    [InlineData("POST", "/no/such/thing")]
    public async Task A_wrong_method_and_an_unknown_path_are_an_empty_404(string method, string path)
    {
        using var answer = await app.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.False(answer.Content.Headers.Contains("Allow"));
    }

    [Fact]
    public async Task A_wrong_method_that_the_catch_all_answers_lands_there() =>
        Assert.Equal("ZCatchAll signals/x", await app.Http.GetStringAsync("/signals/x"));

    [Fact]
    public async Task A_preflight_is_404()
    {
        using var answer = await app.SendAsync(
            HttpMethod.Options,
            "/plain",
            ("Origin", "https://elsewhere.example"),
            ("Access-Control-Request-Method", "GET")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task HEAD_is_answered_where_it_is_named()
    {
        using var answer = await app.SendAsync(HttpMethod.Head, "/head");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(4, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_function_without_methods_answers_all_of_them()
    {
        using var answer = await app.SendAsync(HttpMethod.Patch, "/any");

        Assert.Equal("PATCH", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_switched_off_function_is_404_and_the_catch_all_is_not_tried()
    {
        using var answer = await app.Http.GetAsync("/switchedoff");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_endpoint_tells_the_function_s_name_and_methods() =>
        Assert.Equal("RoutedTo GET word", await app.Http.GetStringAsync("/routed/word"));

    [Theory]
    [InlineData("/", "ZCatchAll ")]
    [InlineData("/admin", "ZCatchAll admin")]
    [InlineData("/admin/x", "ZCatchAll admin/x")]
    [InlineData("/runtime", "ZCatchAll runtime")]
    [InlineData("/robots.txt", "ZCatchAll robots.txt")]
    [InlineData("/favicon.ico", "ZCatchAll favicon.ico")]
    [InlineData("/_content/style.css", "ZCatchAll _content/style.css")]
    public async Task A_catch_all_takes_the_top_and_what_is_not_the_host_s_own(string path, string caught) =>
        Assert.Equal(caught, await app.Http.GetStringAsync(path));

    [Theory]
    [InlineData("/admin/host/status", HttpStatusCode.Unauthorized)]
    [InlineData("/admin/host/ping", HttpStatusCode.OK)]
    [InlineData("/runtime/webhooks/durabletask/instances/x", HttpStatusCode.Unauthorized)]
    public async Task The_host_s_own_paths_stay_its_own(string path, HttpStatusCode status)
    {
        using var answer = await app.Http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task HEAD_of_the_top_is_the_host_s_page_where_the_catch_all_lacks_it()
    {
        using var answer = await app.SendAsync(HttpMethod.Head, "/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("//evil", "404")]
    [InlineData("/a/../plain", "200")]
    public async Task A_path_that_is_not_plain_is_made_so_or_found_nowhere(string path, string status) =>
        Assert.Equal(
            status,
            (await RawAsync($"GET {path} HTTP/1.1\r\nHost: {app.Host.Url.Authority}\r\nConnection: close\r\n\r\n")).Split(' ')[1]
        );

    // HttpClient normalises paths before it sends them.
    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Host.Url.Host, app.Host.Url.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(stream);
        return await answer.ReadToEndAsync();
    }
}
