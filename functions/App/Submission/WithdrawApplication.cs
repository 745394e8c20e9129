using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider withdraws an application, at any time after submission and before it is on the register.</summary>
internal sealed record WithdrawApplication(ApplicationId ApplicationId, WithdrawApplication.Withdrawal Body) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .Withdraw(Body.Reason, context.By, context.Now)
            .Telling(withdrawn => [.. Envelope.ToAssignees(application, withdrawn).Select(to => new WithdrawnNotice(to, Body.Reason))])
            .Filing(withdrawn => new WithdrawalNotice(Envelope.ToProvider(withdrawn), Body.Reason));

    /// <summary>The reason.</summary>
    internal sealed record Withdrawal([property: TextLimit(TextLimit.LongText)] string Reason);
}
