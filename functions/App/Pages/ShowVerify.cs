using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using MicroCred.Portal.Verify;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>A page that checks, in the reader's own browser, that what the register says is what was decided.</summary>
[Feature(Features.Pages)]
internal sealed class ShowVerify(MicroCred.Portal.Pages pages)
{
    [Function(nameof(ShowVerify)), Public]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "verify")] HttpRequest request) =>
        PageResult.Of(await pages.RenderAsync(new VerifyModel(), new Frame(Viewer: null, request.Path)));
}
