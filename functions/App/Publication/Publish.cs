using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// Puts an approved application on the register. A number and a reporting code are reserved for it; then the application itself says that it
/// is published, past which nobody withdraws it; only then come entry, files and letter, again and again until they are there.
/// </summary>
internal sealed class Publish(ActivityRunner runner, Register register)
{
    [Function(nameof(Publish))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) => runner.Run(
        input,
        async (application, now) =>
        {
            if (application is not { Status: ApplicationStatus.Approved, Funding: null or { Outcome: not FundingOutcome.Referred } })
            {
                return null;
            }

            Change published = application.Publish(await register.Reserve(application, now, cancel), now).OrThrow();
            return new Transition(published, Letter(published.Application));
        },
        cancel);

    private static Notice Letter(Application application) => Notice.Of(
        application,
        NoticeKind.Published,
        application.Provider.Number.ToString(),
        ("number", $"{application.Registration!.Number}"),
        ("code", application.Registration.Code?.ToString() ?? ""),
        ("outcome", $"{application.Decision!.Outcome}"),
        ("reasons", application.Decision.Reasons),
        ("conditions", string.Join('\n', application.Decision.Conditions)),
        ("funding", application.Funding is { } funding ? $"{funding.Outcome}" : ""));
}
