using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Funding;

/// <summary>To a funding adviser and the registrars: a referral is overdue.</summary>
[Concerns("A funding decision is overdue", Role.FundingAdviser, Role.Registrar)]
internal sealed record FundingOverdueNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() => new("A funding decision is overdue", $"The funding decision was due by {Due.AsDay()}.");
}
