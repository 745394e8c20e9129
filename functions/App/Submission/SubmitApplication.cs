using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider submits an application, or submits a returned one again.</summary>
internal sealed record SubmitApplication(ApplicationId ApplicationId) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    /// <summary>A returned application that was corrected is submitted once more, even under the key of the earlier submission.</summary>
    public bool StandsFor(Application application) => application is not { Stage: Stage.Correction, Corrected: true };

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.Submit(context.Rules.Edition, context.By, context.Now).TellingNobody();
}
