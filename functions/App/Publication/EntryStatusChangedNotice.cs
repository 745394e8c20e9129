using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>To the provider: the registrar changed the status of its entry.</summary>
[Concerns("An entry on the register changed", Role.Provider)]
internal sealed record EntryStatusChangedNotice(Envelope Envelope, int Number, RegisterStatus Status, string Reason) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Your micro-credential's entry has changed",
            $"""
            Number {Number} on the register {Changed}. The registrar's reason:

            {Reason}
            """
        );

    private string Changed =>
        Status switch
        {
            RegisterStatus.Expiring => "is expiring",
            RegisterStatus.Discontinued => "is discontinued",
            RegisterStatus.ListedByMistake => "is marked as listed by mistake",
            _ => "is current again",
        };
}
