using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// Puts an approved application on the register. First it reserves a number and a reporting code; then it marks the application itself as
/// published, after which nobody can withdraw it; last come entry, files and letter, retried until they exist.
/// </summary>
[Feature(Features.Publication)]
internal sealed class Publish(ActivityRunner runner, IRegister register, IListings listings, SectorDirectory directory)
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

                var registration = await register.ReserveAsync(application, now, cancellationToken);
                var pathways = await PathwaysAsync(application, cancellationToken);
                var published = application.Publish(registration with { Pathways = pathways }, now).OrThrow();
                return new Transition(published, [Letter(published.Application), .. Warnings(registration, published.Application)]);
            },
            cancellationToken
        );

    /// <summary>To the registrars, while there are still some reporting codes; once there are none, entries are published without.</summary>
    private IEnumerable<Notice> Warnings(Registration registration, Application published) =>
        published.Concerned is null && register.CodesUsed(registration) is { } used
            ? directory.FreeRegistrars(published).Select(registrar => new CodesUsedNotice(Envelope.To(registrar.Id, published), used))
            : [];

    private async Task<IReadOnlyList<PathwayContent>?> PathwaysAsync(Application application, CancellationToken cancellationToken) =>
        application.Content.MicroCredential?.Pathways is { Count: > 0 } pathways
            ? await listings.NamedAsync(pathways, cancellationToken)
            : null;

    private static PublishedNotice Letter(Application application) =>
        new(
            Envelope.ToProvider(application),
            application.Registration!.Number,
            application.Registration.Code,
            application.Decision!.Reasons,
            application.Decision.Conditions,
            application.Funding?.Outcome
        )
        {
            Type = application.Content.Type,
        };
}
