using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>Who runs the service, how to reach them, and what becomes of what people enter.</summary>
[Feature(Features.Pages)]
internal sealed class ShowAbout(MicroCred.Portal.Pages pages, Site site)
{
    [Function(nameof(ShowAbout)), Public]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "about")] HttpRequest request) =>
        PageResult.Of(await pages.RenderAsync(new AboutModel(site.Contact), new Frame(Viewer: null, request.Path)));
}
