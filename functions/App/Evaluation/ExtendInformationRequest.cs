using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>A registrar gives the provider another day to answer an information request by.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">The request's number, from 1.</param>
/// <param name="Body">The day, and why.</param>
internal sealed record ExtendInformationRequest(ApplicationId ApplicationId, int Number, Extension Body) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .ExtendInformationRequest(Number, Body.Due, Body.Reason, context.By, context.Now)
            .Telling(extended =>
                [
                    new InformationExtendedNotice(
                        Envelope.ToProvider(extended),
                        Number,
                        extended.InformationRequests.First(request => request.Number == Number).Due,
                        Body.Reason!
                    ),
                ]
            );
}
