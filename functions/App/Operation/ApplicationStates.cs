using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>Looks at an application as those do who keep the service running.</summary>
internal sealed class ApplicationStates(ApplicationReader reader, ApplicationStore applications, BrokenOffCommands brokenOff)
{
    /// <exception cref="RefusedException">There is no such application.</exception>
    public async Task<Application> Find(Guid id, CancellationToken cancel)
    {
        StoredApplication found = await reader.Find(ApplicationId.New(id), Caller.System, cancel)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {id}.");
        return found.Application;
    }

    public async Task<ApplicationState> Of(Application application, DurableTaskClient client, CancellationToken cancel)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(application.Id.ToString(), getInputsAndOutputs: true, cancel);
        IReadOnlyList<Notice> notices = await applications.NoticesSince(application.Id, 0, cancel);
        WholeApplication whole = await applications.FindWhole(application.Id, cancel)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {application.Id} any more.");
        IReadOnlyList<OutboxEntry> entries = await brokenOff.Find(application.Id, cancel).ToListAsync(cancel);
        return new ApplicationState(
            application.Id,
            application.Status,
            application.Revision,
            application.SubmittedAt,
            application.WaitingFor,
            InstanceState.Of(instance),
            [.. entries.Select(entry => entry.At)],
            [.. notices.Select(LetterLine.Of)],
            ChainVerdict.Of(whole));
    }
}
