using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using MicroCred.Portal.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>The register in numbers, as of a day; of today where none is given.</summary>
[Feature(Features.Pages)]
internal sealed class ShowStatistics(RegisterDocuments documents, RegisterHistory history, MicroCred.Portal.Pages pages, TimeProvider time)
{
    [Function(nameof(ShowStatistics)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "statistics")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var asAt = RegisterStatisticsFunctions.AsAtOf(request, time);
        var page = await documents.ReadAsync(
            $"statistics.html {asAt:O}",
            async entries =>
                BinaryData.FromString(
                    await pages.RenderAsync(
                        new StatisticsModel(await history.StatisticsAsync(entries, asAt, cancellationToken)),
                        new Frame(Viewer: null, request.Path)
                    )
                ),
            cancellationToken
        );
        return PublicPage.Served(request, page);
    }
}
