using MicroCred.App.Http;
using MicroCred.App.Notification;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>Looks at an application as those do who keep the service running.</summary>
internal sealed class ApplicationStates(Cases cases, Worklists worklists)
{
    /// <exception cref="ProblemException">404 where there is no such application.</exception>
    public async Task<Application> Find(Guid id, CancellationToken cancel)
    {
        Case found = await cases.Find(ApplicationId.New(id), cancel) ?? throw new ProblemException(Problem.NotFound);
        Trail.Follow(found.Application.Id, found.Trace);
        return found.Application;
    }

    public async Task<ApplicationState> Of(Application application, DurableTaskClient client, CancellationToken cancel)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(application.Id.ToString(), getInputsAndOutputs: true, cancel);
        IReadOnlyList<Notice> notices = await cases.NoticesSince(application.Id, 0, cancel);
        IReadOnlyList<AuditEvent> events = await cases.Events(application.Id, cancel);
        List<DateTimeOffset> brokenOff = [];
        await foreach (Intent intent in worklists.Intents(cancel))
        {
            if (intent.Application == application.Id)
            {
                brokenOff.Add(intent.At);
            }
        }

        return new ApplicationState(
            application.Id,
            application.Status,
            application.Revision,
            application.SubmittedAt,
            application.WaitingFor,
            InstanceState.Of(instance),
            brokenOff,
            [.. notices.Select(LetterLine.Of)],
            ChainVerdict.Of(application, events));
    }
}
