using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>A registrar closes an information request that the provider didn't answer in time; the evaluation goes on.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">The request's number, from 1.</param>
/// <param name="Body">Why.</param>
internal sealed record LapseInformationRequest(ApplicationId ApplicationId, int Number, LapseInformationRequest.Why Body)
    : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .LapseInformationRequest(Number, Body.Reason, context.By, context.Now)
            .Telling(lapsed =>
                [
                    new InformationClosedNotice(Envelope.ToProvider(lapsed), Number, Body.Reason!),
                    .. Envelope.ToAssignees(application, lapsed).Select(to => new InformationLapsedNotice(to)),
                ]
            );

    /// <summary>The reason, which has to be given.</summary>
    internal sealed record Why([property: TextLimit(TextLimit.LongText)] string? Reason = null);
}
