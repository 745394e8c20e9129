using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Validation;

/// <summary>To the provider: the application needs corrections.</summary>
[Concerns("An application needs corrections", Role.Provider)]
internal sealed record ReturnedNotice(Envelope Envelope, IReadOnlyList<Finding> Findings, DateTimeOffset? LapsesAt) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Returned;

    public override Letter Write() =>
        new(
            "Your application needs corrections",
            "The automatic checks found something to correct before an evaluator can read your application:",
            new LetterPart.Items([.. Findings.Select(finding => $"{finding.Field}: {finding.Message} {finding.Action}")]),
            $"Correct it and submit it again by {LapsesAt.AsDay()}. After that day it lapses."
        );
}
