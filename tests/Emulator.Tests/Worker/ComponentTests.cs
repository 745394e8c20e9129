using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Worker;

public sealed class ComponentTests(ComponentTests.App app) : IClassFixture<ComponentTests.App>
{
    [Fact]
    public async Task A_Razor_component_is_rendered_with_the_request_at_hand()
    {
        var response = await app.Http.GetAsync("/api/page");

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("<p>Kia ora &lt;Ani&gt; /api/page</p>", await response.Content.ReadAsStringAsync());
    }

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.AddRazorComponents();
        }
    }

    internal static class Functions
    {
        [Function("Page")]
        public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            new RazorComponentResult<Greeting>(new { Name = "<Ani>" });
    }

    internal sealed class Greeting : ComponentBase
    {
        [Parameter]
        public string Name { get; set; } = "";

        [CascadingParameter]
        public HttpContext? Context { get; set; }

        protected override Task OnInitializedAsync() => Task.Delay(1);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, $"Kia ora {Name} {Context?.Request.Path}");
            builder.CloseElement();
        }
    }
}
