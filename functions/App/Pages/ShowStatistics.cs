using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using MicroCred.Portal.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>The register in numbers, as of a day; of today where none is given.</summary>
[Feature(Features.Pages)]
internal sealed class ShowStatistics(RegisterIndex index, MicroCred.Portal.Pages pages, TimeProvider time)
{
    [Function(nameof(ShowStatistics)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "statistics")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var asAt = GetRegisterStatistics.AsAtOf(request) ?? WorkingDays.DayOf(time.GetUtcNow());
        var entries = await index.AllAsync(cancellationToken);
        StatisticsModel model = new(asAt, RegisterStatistics.Of(entries, asAt), RegisterTrends.Of(entries, asAt));
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return PageResult.Of(await pages.RenderAsync(model, new Frame(Viewer: null, request.Path)));
    }
}
