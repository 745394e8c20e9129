using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroCred.ProbeApp.Http;

/// <summary>Functions that answer with a Razor component, in both possible ways.</summary>
internal static class Pages
{
    [Function("ComponentPage")]
    public static IResult ComponentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/component")] HttpRequest request
    ) => new RazorComponentResult<Greeting>(new { Name = "<Ani>" });

    [Function("RenderedPage")]
    public static async Task<IResult> RenderedPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/rendered")] HttpRequest request,
        FunctionContext context
    )
    {
        await using var renderer = new HtmlRenderer(
            context.InstanceServices,
            context.InstanceServices.GetRequiredService<ILoggerFactory>()
        );
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Name"] = "<Ani>" });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Greeting>(parameters)).ToHtmlString()
        );
        return Results.Content(html, "text/html; charset=utf-8");
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
