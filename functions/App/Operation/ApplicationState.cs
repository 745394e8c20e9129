using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>An application's status and the condition of its orchestration: no content, no documents, no findings.</summary>
/// <param name="Id">The application's id, which its orchestration's begins with.</param>
/// <param name="Status">Its status.</param>
/// <param name="Revision">How often it has changed.</param>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="WaitingFor">Who it waits for; null where nothing more will happen to it.</param>
/// <param name="Instance">Its orchestration; null where there is none.</param>
/// <param name="BrokenOffActs">
/// Since when commands on it wait for completion, in UTC. One from the last minute may still be running.
/// </param>
/// <param name="Letters">The letters sent about it.</param>
/// <param name="Chain">Whether its audit chain is intact.</param>
internal sealed record ApplicationState(
    ApplicationId Id,
    ApplicationStatus Status,
    int Revision,
    DateTimeOffset? SubmittedAt,
    WaitingFor? WaitingFor,
    InstanceState? Instance,
    IReadOnlyList<DateTimeOffset> BrokenOffActs,
    IReadOnlyList<LetterLine> Letters,
    ChainVerdict Chain
);

/// <summary>An orchestration, as Durable Functions reports it.</summary>
/// <param name="Status">Pending, Running, Suspended, Completed, Failed or Terminated.</param>
/// <param name="CreatedAt">When it was started, in UTC.</param>
/// <param name="LastUpdatedAt">When it last did something, in UTC.</param>
/// <param name="Failure">For a failed one the exception, for a terminated one the reason.</param>
internal sealed record InstanceState(string Status, DateTimeOffset CreatedAt, DateTimeOffset LastUpdatedAt, string? Failure)
{
    private const int MostCharacters = 1000;

    public static InstanceState? Of(OrchestrationMetadata? instance) =>
        instance is null ? null : new(instance.RuntimeStatus.ToString(), instance.CreatedAt, instance.LastUpdatedAt, FailureOf(instance));

    private static string? FailureOf(OrchestrationMetadata instance) =>
        instance.RuntimeStatus is not (OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated) ? null
        : instance.SerializedOutput is { Length: > MostCharacters } text ? text[..MostCharacters]
        : instance.SerializedOutput;
}

/// <summary>A letter's id and recipient: a provider's number or a person's id.</summary>
internal sealed record LetterLine(string Id, string Kind, string Recipient)
{
    public static LetterLine Of(Notice notice) => new(notice.Envelope.Id, notice.Kind(), notice.Envelope.Recipient);
}

/// <summary>The result of checking an audit's hash chain.</summary>
/// <param name="Whole">Whether no event was changed, lost, moved or cut off, and the state matches the last one.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="BrokenAt">The number of the first event that is wrong.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record ChainVerdict(bool Whole, int Events, int? BrokenAt, string? Fault)
{
    public static ChainVerdict Of(WholeApplication application)
    {
        var broken = application.Break;
        return new ChainVerdict(broken is null, application.Events.Count, broken?.Number, broken?.Reason);
    }
}
