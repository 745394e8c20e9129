using System.Text.Json.Nodes;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.OpenApi;

/// <summary>The description of this interface.</summary>
[Feature(Features.OpenApi)]
internal sealed class GetOpenApi(OpenApiText text)
{
    [Function(nameof(GetOpenApi)), Public, Gives(StatusCodes.Status200OK, typeof(JsonObject))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Text(text.Value, "application/json; charset=utf-8");
}
