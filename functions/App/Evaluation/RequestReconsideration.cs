using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The provider asks to have a decline reconsidered, by a registrar who took no part in it.</summary>
internal sealed record RequestReconsideration(ApplicationId ApplicationId, RequestReconsideration.Request Body) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public bool GivesTask(Application application, RuleSettings rules) => application.ReconsiderableUntil(rules.Evaluation) is not null;

    public Outcome<Transition> Apply(Application application, CommandContext context)
    {
        var registrar = context.Directory.BestFor(application, TaskKind.Reconsideration, except: [], context.Work);
        return application
            .AskToReconsider(Body.Grounds, registrar, context.Rules.Evaluation, context.By, context.Now)
            .Telling(asked => Reassignment.NoticesOfNew(asked, context.Directory));
    }

    /// <summary>Why the decision should be another.</summary>
    internal sealed record Request([property: TextLimit(TextLimit.LongText)] string Grounds);
}
