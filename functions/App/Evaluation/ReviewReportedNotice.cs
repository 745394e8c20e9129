using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: a developer reported on its entry, and whether it goes on is to be decided.</summary>
[Concerns("A review of an entry to decide", Role.Registrar)]
internal sealed record ReviewReportedNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "A review of an entry to decide",
            $"Its developer reported on this micro-credential. Please decide by {Due.AsDay()} whether it stays on the register."
        );
}
