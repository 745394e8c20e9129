using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider deletes a draft, including its documents. An application that was ever submitted can't be deleted.</summary>
internal sealed record DeleteApplication(ApplicationId ApplicationId) : IDeletionCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public static bool MayEndSight => true;

    public Refusal? Refuse(Application application) =>
        application.Stage is Stage.Drafting
            ? null
            : new Refusal(RefusalKind.WrongState, "Only a draft can be deleted. Withdraw an application that was submitted.", []);
}
