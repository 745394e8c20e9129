using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Importing;

/// <summary>The columns of a file to import, each with its rule, in the order of the register's CSV.</summary>
[Feature(Features.Publication)]
internal sealed class GetImportRules
{
    [Function(nameof(GetImportRules)), Public]
    [Gives(StatusCodes.Status200OK, typeof(ImportRules))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/import/rules")] HttpRequest request) =>
        Results.Ok(ImportRules.Published);
}
