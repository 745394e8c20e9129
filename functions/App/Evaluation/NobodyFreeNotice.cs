using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: a task has no assignee.</summary>
[Concerns("A task waits, and nobody may have it", Role.Registrar)]
internal sealed record NobodyFreeNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "A task waits for somebody",
            $"There is nobody else who may have this task. It waits with nobody, and is due by {Due.AsDay()}. Please find somebody."
        );
}
