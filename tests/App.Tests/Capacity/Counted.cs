using MicroCred.App.Storage;

namespace MicroCred.App.Tests.Capacity;

/// <summary>What was counted of one application that asks for funding, from its first draft to the register.</summary>
/// <param name="Drafting">Requests while the provider drafts it, three documents included.</param>
/// <param name="Pipeline">Requests from its submission to Published, without the engine's own and the queue listener's.</param>
/// <param name="Evaluator">Requests of the evaluator's own calls: three documents read, seven findings, the decision.</param>
/// <param name="Invocations">Functions that ran for it, but for turns of the orchestrator.</param>
/// <param name="Activities">Activities of its orchestration, which are among these.</param>
/// <param name="EntryBytes">Its register entry as JSON, in bytes.</param>
internal sealed record Counted(
    IReadOnlyList<SentRequest> Drafting, IReadOnlyList<SentRequest> Pipeline, IReadOnlyList<SentRequest> Evaluator, int Invocations, int Activities, long EntryBytes)
{
    /// <summary>Events raised to its orchestration: the decision.</summary>
    public const int Events = 1;

    /// <summary>Timers that its orchestration sets and gives up: the evaluator's reminder.</summary>
    public const int Timers = 1;

    /// <summary>Turns of the orchestrator: its start, each activity's result, each event.</summary>
    public int Turns => 1 + Activities + Events;

    public IEnumerable<SentRequest> App => [.. Drafting, .. Pipeline, .. Evaluator];

    public int Letters => App.Count(request => request.Service == "queue");

    /// <summary>Rows written in the one partition of the table <c>Underway</c>.</summary>
    public int UnderwayRows => App.Where(request => request.Resource == Names.UnderwayTable).Sum(request => request.Entities);
}
