using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee records or replaces their finding on one criterion.</summary>
/// <param name="TaskId">The evaluation.</param>
/// <param name="Criterion">The criterion's number, 1 to 7.</param>
/// <param name="Body">The finding.</param>
internal sealed record RecordFinding(TaskId TaskId, int Criterion, RecordFinding.Finding Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.RecordFinding(TaskId, Criterion, Body.Result, Body.Comment, context.By, context.Now).TellingNobody();

    /// <summary>The finding; the comment is mandatory.</summary>
    internal sealed record Finding(CriterionResult Result, [property: TextLimit(TextLimit.LongText)] string Comment);
}
