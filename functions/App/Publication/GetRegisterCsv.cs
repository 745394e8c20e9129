using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Importing;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Publication;

/// <summary>Every entry as CSV (RFC 4180), one row each. An import takes the same columns.</summary>
[Feature(Features.Publication)]
internal sealed class GetRegisterCsv(RegisterIndex index, RegisterCsvTag tag)
{
    [Function(nameof(GetRegisterCsv)), Public]
    [Gives(StatusCodes.Status200OK, mediaType: "text/csv")]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register.csv")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var entries = await index.AllAsync(cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = RegisterCaching.Header;
        return Results.Stream(
            body => RegisterCsv.WriteAsync(body, entries, cancellationToken),
            "text/csv; charset=utf-8",
            "register.csv",
            entityTag: new EntityTagHeaderValue(await tag.OfAsync(entries, cancellationToken))
        );
    }
}
