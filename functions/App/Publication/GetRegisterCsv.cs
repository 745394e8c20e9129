using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Importing;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>Every entry as CSV (RFC 4180), one row each. An import takes the same columns.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterCsv(RegisterDocuments documents)
{
    [Function(nameof(GetRegisterCsv)), Public]
    [Gives(StatusCodes.Status200OK, mediaType: "text/csv")]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register.csv")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var csv = await documents.ReadAsync((register, _) => CsvDocument.Of(register), cancellationToken);
        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=register.csv";
        return GetRegisterEntry.Served(request, csv);
    }
}
