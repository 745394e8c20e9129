using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>Puts an approved application on the register: a number and a reporting code, the entry, its files, and the letter.</summary>
internal sealed class Publish(ActivityRunner runner, Register register, RegisterFiles files)
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

            RegisterEntry entry = await register.List(application, cancel);
            await files.Write(entry, cancel);
            Change published = application.Publish(new Registration(entry.Number, entry.Code, now), now).OrThrow();
            return new Transition(published, Letter(published.Application, entry));
        },
        cancel);

    private static Notice Letter(Application application, RegisterEntry entry) => Notice.Of(
        application,
        NoticeKind.Published,
        application.Provider.Number.ToString(),
        ("number", $"{entry.Number}"),
        ("code", entry.Code?.ToString() ?? ""),
        ("outcome", $"{application.Decision!.Outcome}"),
        ("reasons", application.Decision.Reasons),
        ("conditions", string.Join('\n', application.Decision.Conditions)),
        ("funding", application.Funding is { } funding ? $"{funding.Outcome}" : ""));
}
