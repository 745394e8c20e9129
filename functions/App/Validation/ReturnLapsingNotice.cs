using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Validation;

/// <summary>To the provider: a returned application lapses soon.</summary>
[Concerns("A returned application lapses soon", Role.Provider)]
internal sealed record ReturnLapsingNotice(Envelope Envelope, DateTimeOffset LapsesAt) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Your application lapses soon",
            $"Your application is still waiting for corrections. Submit it again by {LapsesAt.AsDay()}, or it lapses."
        );
}
