using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>Razor components as answers.</summary>
[Collection(nameof(ProbeHost))]
public sealed class RazorTests(ProbeHost app)
{
    [Fact]
    public async Task A_component_as_the_result_has_the_request_at_hand()
    {
        using var answer = await app.Http.GetAsync("/pages/component");

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("<p>Kia ora &lt;Ani&gt; /pages/component</p>", await answer.Content.ReadAsStringAsync());
        Assert.Equal(["allow"], answer.Headers.GetValues("blazor-enhanced-nav"));
    }

    [Fact]
    public async Task A_component_that_the_function_renders_has_not() =>
        Assert.Equal("<p>Kia ora &lt;Ani&gt; </p>", await app.Http.GetStringAsync("/pages/rendered"));
}
