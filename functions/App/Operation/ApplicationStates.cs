using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>Reads the condition of an application for operators.</summary>
internal sealed class ApplicationStates(ApplicationReader reader, ApplicationStore applications, BrokenOffCommands brokenOff)
{
    /// <exception cref="RefusedException">There is no such application.</exception>
    public async Task<Application> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(ApplicationId.New(id), Caller.System, cancellationToken)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {id}.");
        return found.Application;
    }

    public async Task<ApplicationState> OfAsync(Application application, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(Orchestration.InstanceOf(application), getInputsAndOutputs: true, cancellationToken);
        var notices = await applications.NoticesSinceAsync(application.Id, 0, cancellationToken);
        var whole = await applications.FindWholeAsync(application.Id, cancellationToken)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {application.Id} any more.");
        IReadOnlyList<OutboxEntry> entries = await brokenOff.FindAsync(application.Id, cancellationToken).ToListAsync(cancellationToken);
        return new ApplicationState(
            application.Id,
            application.Status,
            application.Revision,
            application.SubmittedAt,
            application.WaitingFor,
            InstanceState.Of(instance),
            [.. entries.Select(entry => entry.At)],
            [.. notices.Select(LetterLine.Of)],
            ChainVerdict.Of(whole)
        );
    }
}
