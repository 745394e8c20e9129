using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The provider answers an information request.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">The request's number, from 1.</param>
/// <param name="Body">The answer.</param>
internal sealed record AnswerInformationRequest(ApplicationId ApplicationId, int Number, AnswerInformationRequest.Response Body)
    : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .Answer(Number, Body.Answer, context.By, context.Now)
            .Telling(answered => [.. Envelope.ToAssignees(application, answered).Select(to => new AnsweredNotice(to))]);

    /// <summary>The answer; documents that belong to it are uploaded as documents of the application.</summary>
    internal sealed record Response([property: TextLimit(TextLimit.LongText)] string Answer);
}
