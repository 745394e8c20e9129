using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>To a registrar: malware was found in a document of an application whose status doesn't change.</summary>
[Concerns("Malware was found after the approval", Role.Registrar)]
internal sealed record InfectedAfterApprovalNotice(Envelope Envelope, IReadOnlyList<string> Documents, ApplicationStatus Status)
    : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Malware was found in a document of the past",
            $"A scan found malware in {string.Join(", ", Documents)} of an application that is {Status.InWords()}. "
                + "It stays so; please judge whether anything has to follow."
        );
}
