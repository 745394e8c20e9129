using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Submission;

/// <summary>To an assignee: the provider withdrew the application.</summary>
[Concerns("An application was withdrawn", Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
internal sealed record WithdrawnNotice(Envelope Envelope, string Reason) : Notice(Envelope)
{
    public override Letter Write() =>
        new("An application was withdrawn", $"The provider withdrew it: {Reason}. There is nothing more for you to do.");
}
