using System.Text.Json.Serialization;
using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Reviews;

/// <summary>The developer reports on its entry, for a registrar to decide whether it goes on.</summary>
/// <param name="ApplicationId">The application of the entry's first listing.</param>
/// <param name="Due">By when the entry is to be reviewed, as the register has it; not part of the request.</param>
/// <param name="Years">The years between its reviews; not part of the request.</param>
/// <param name="Body">The report.</param>
internal sealed record ReportReview(
    ApplicationId ApplicationId,
    [property: JsonIgnore] DateOnly Due,
    [property: JsonIgnore] int Years,
    ReviewReport Body
) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public bool GivesTask(Application application, RuleSettings rules) => true;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .ReportReview(
                Body,
                Due,
                Years,
                context.Directory.BestFor(application, TaskKind.EntryReview, except: [], context.Work),
                context.Rules.Evaluation,
                context.By,
                context.Now
            )
            .Telling(after => Reassignment.NoticesOfNew(after, context.Directory));
}
