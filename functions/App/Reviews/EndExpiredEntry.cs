using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.Approval;

namespace MicroCred.App.Reviews;

/// <summary>
/// Discontinues an entry whose last day to finish is over, and tells its developer. A command of the system's own, which no person may send.
/// </summary>
internal sealed record EndExpiredEntry(ApplicationId ApplicationId) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .EndExpired(context.Now)
            .Telling(ended =>
                [
                    new EntryStatusChangedNotice(
                        Envelope.ToProvider(ended),
                        ended.Registration!.Number,
                        ended.Registration.Status,
                        Registration.Over
                    ),
                ]
            );
}
