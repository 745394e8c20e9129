using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Assigns a valid application to the evaluator who fits best and has no interest in its provider; if there is none, tells the registrars.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed class Assign(ActivityRunner runner, Staffing staffing, RuleSettings rules)
{
    [Function(nameof(Assign))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) => application.Stage is Stage.Assignment ? await GiveAsync(application, now, cancellationToken) : null,
            cancellationToken
        );

    private async Task<Transition> GiveAsync(Application application, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (directory, work) = await staffing.AtAsync(now, cancellationToken);
        var assignee = directory.BestFor(application, TaskKind.Evaluation, except: [], work);
        var assigned = application.Assign(assignee, rules.Evaluation, now).OrThrow();
        return new Transition(assigned, Reassignment.NoticesOfNew(assigned.Application, directory));
    }
}
