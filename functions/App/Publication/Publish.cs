using MicroCred.App.Notices;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// Puts an approved application on the register. A number and a reporting code are reserved for it; then the application itself says that it
/// is published, past which nobody withdraws it; only then come entry, files and letter, again and again until they are there.
/// </summary>
[Feature(Features.Publication)]
internal sealed class Publish(ActivityRunner runner, Register register)
{
    [Function(nameof(Publish))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) => runner.Run(
        input,
        async (application, now) =>
        {
            if (application.Stage is not Stage.Publication)
            {
                return null;
            }

            Change published = application.Publish(await register.Reserve(application, now, cancel), now).OrThrow();
            return new Transition(published, Letter(published.Application));
        },
        cancel);

    private static PublishedNotice Letter(Application application) => new(
        Envelope.ToProvider(application),
        application.Registration!.Number,
        application.Registration.Code,
        application.Decision!.Reasons,
        application.Decision.Conditions,
        application.Funding?.Outcome);
}
