using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: conditions of an approval to follow up.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Conditions">The conditions.</param>
[Concerns("Conditions of an approval to follow up", Role.Registrar)]
internal sealed record FollowUpNotice(Envelope Envelope, IReadOnlyList<Condition> Conditions) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Conditions of an approval to follow up",
            $"""
            Please see whether the provider meets them in time:

            {string.Join('\n', Conditions.Select(Days.InWords))}
            """
        );

    /// <summary>About the follow-ups of a change that their assignee has just got.</summary>
    public static FollowUpNotice Of(string registrar, Application after, IEnumerable<EvaluationTask> tasks) =>
        new(Envelope.To(registrar, after), [.. tasks.Select(task => new Condition(task.Condition!, task.Due))]);
}
