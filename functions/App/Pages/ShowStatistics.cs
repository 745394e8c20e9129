using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>The register in numbers, as of a day; of today where none is given.</summary>
[Feature(Features.Pages)]
internal sealed class ShowStatistics(RegisterDocuments documents, StatisticsDocuments statistics, TimeProvider time)
{
    [Function(nameof(ShowStatistics)), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = StatisticsDocuments.PageRoute)] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var asAt = RegisterStatisticsFunctions.AsAtOf(request, time);
        var page = await documents.ReadAsync((register, _) => statistics.Page(register, asAt), cancellationToken);
        return PublicPage.Served(request, page.Content!);
    }
}
