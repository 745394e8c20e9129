using System.Text.Json.Serialization;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee asks the provider something. Until it's answered the evaluation's clock stands still.</summary>
internal sealed record RequestInformation(TaskId TaskId, RequestInformation.Question Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .RequestInformation(
                TaskId,
                Body.Text,
                Body.Criteria ?? [],
                Body.Fields ?? [],
                context.Rules.Evaluation,
                context.By,
                context.Now
            )
            .Telling(asked => [new InformationRequestedNotice(Envelope.ToProvider(asked), Body.Text, asked.InformationRequests[^1].Due)]);

    /// <summary>
    /// What the evaluator needs to know, for which criteria, and which fields of the application the provider may change meanwhile, as JSON
    /// pointers over the body that was sent.
    /// </summary>
    internal sealed record Question(
        [property: JsonPropertyName("question"), TextLimit(TextLimit.LongText)] string Text,
        [property: ListLimit] IReadOnlyList<int>? Criteria = null,
        [property: ListLimit, TextLimit(TextLimit.Title)] IReadOnlyList<string>? Fields = null
    );
}
