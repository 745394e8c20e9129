using MicroCred.App.Identity;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Http;

/// <summary>
/// Whatever no other function takes: an unknown path, or a known one with a method it doesn't take. The host matches functions in the
/// alphabetical order of their names, so this one's has to sort last.
/// </summary>
internal sealed class ZNotFound
{
    [Function(nameof(ZNotFound)), Public]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request) =>
        Problem.NotFound.ToResult();
}
