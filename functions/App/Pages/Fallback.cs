using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages;

/// <summary>
/// The start page, and whatever no other function takes: an unknown path, or a known one with a method it doesn't take. The host gives the
/// site's root to the catch-all too, and matches functions in the alphabetical order of their names.
/// </summary>
[Feature(Features.Pages)]
internal sealed class Fallback(MicroCred.Portal.Pages pages, RuleSettings rules)
{
    /// <summary>The function's name, which has to sort after every other.</summary>
    public const string SortsLast = "ZFallback";

    [Function(SortsLast), Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")]
            HttpRequest request
    )
    {
        return request.Path == "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            ? PageResult.Of(await pages.HomeAsync(rules.Edition))
            : throw new ProblemException(Problem.NotFound);
    }
}
