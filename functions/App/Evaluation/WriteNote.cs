using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Anybody at NZQA who may read the application writes a private note with one of its tasks.</summary>
internal sealed record WriteNote(TaskId TaskId, WriteNote.Words Body) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar];

    public ApplicationId ApplicationId => TaskId.Application;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.AddNote(TaskId, Body.Text, context.By, context.Now).TellingNobody();

    /// <summary>The note.</summary>
    internal sealed record Words([property: TextLimit(TextLimit.Sentence)] string Text);
}
