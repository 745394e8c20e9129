using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// Puts an approved application on the register. A number and a reporting code are reserved for it; then the application itself says that
/// it is published, past which nobody withdraws it; only then come entry, files and letter, again and again until they are there.
/// </summary>
[Feature(Features.Publication)]
internal sealed class Publish(ActivityRunner runner, RegisterStore register)
{
    [Function(nameof(Publish))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
            {
                if (application.Stage is not Stage.Publication)
                {
                    return null;
                }

                var published = application.Publish(await register.ReserveAsync(application, now, cancellationToken), now).OrThrow();
                return new Transition(published, Letter(published.Application));
            },
            cancellationToken
        );

    private static PublishedNotice Letter(Application application) =>
        new(
            Envelope.ToProvider(application),
            application.Registration!.Number,
            application.Registration.Code,
            application.Decision!.Reasons,
            application.Decision.Conditions,
            application.Funding?.Outcome
        );
}
