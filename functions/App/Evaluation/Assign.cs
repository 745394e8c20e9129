using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Assigns a valid application that has no evaluator yet. Validation assigns what it finds valid in the same change, so this is for what was
/// validated by an earlier version of the app.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed class Assign(ActivityRunner runner, Assignment assignment)
{
    [Function(nameof(Assign))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
                application.Stage is Stage.Assignment ? await assignment.GiveAsync(application, now, cancellationToken) : null,
            cancellationToken
        );
}
