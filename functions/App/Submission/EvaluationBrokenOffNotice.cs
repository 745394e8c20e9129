using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Submission;

/// <summary>To an assignee: the application went back to its provider because of malware.</summary>
[Concerns("An evaluation was broken off", Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
internal sealed record EvaluationBrokenOffNotice(Envelope Envelope, IReadOnlyList<string> Documents) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "An application went back to its provider",
            $"A scan found malware in {string.Join(", ", Documents)}. "
                + "The application went back to its provider, and there is nothing more for you to do."
        );
}
