using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Assigns a valid application to the least busy evaluator who has no interest in its provider; if there is none, tells the registrars.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed class Assign(ActivityRunner runner, Worklists worklists, SectorDirectory directory, RuleSettings rules)
{
    [Function(nameof(Assign))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
                application.Stage is Stage.Assignment
                    ? Give(
                        application,
                        directory.LeastBusy(
                            application,
                            TaskKind.Evaluation,
                            except: null,
                            await worklists.OpenTasksAsync(cancellationToken)
                        ),
                        now
                    )
                    : null,
            cancellationToken
        );

    private Transition Give(Application application, string? assignee, DateTimeOffset now)
    {
        var assigned = application.Assign(assignee, rules.Evaluation, now).OrThrow();
        return new Transition(
            assigned,
            Reassignment.Notices(before: null, assigned.Application, assigned.Application.Tasks[^1].Id, directory)
        );
    }
}
