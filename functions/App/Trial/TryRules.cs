using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Trial;

/// <summary>
/// Tries an edition of the rules, written as in editions.json, on every application that was handed in: which rules they would break that
/// they don't break under their own edition. Nothing is changed.
/// </summary>
[Feature(Features.Validation)]
internal sealed class TryRules(RulesTrial trial, CurrentUser user)
{
    [Function(nameof(TryRules)), Allow(Role.Registrar)]
    [Takes(typeof(RuleEdition))]
    [Gives(StatusCodes.Status200OK, typeof(TrialResult))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rules/trial")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var edition = await request.ReadBodyAsync<RuleEdition>(cancellationToken);
        if (EditionFaults.In(edition) is { Count: > 0 } faults)
        {
            throw new ProblemException(Problem.NotAcceptable($"{faults[0].Field}: {faults[0].Message}", faults));
        }

        return Results.Ok(await trial.RunAsync(edition, user.Caller, cancellationToken));
    }
}
