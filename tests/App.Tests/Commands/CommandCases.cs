using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Reviews;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

/// <summary>A case of every command on an application.</summary>
internal static class CommandCases
{
    private static readonly Application Draft = AnApplication.WithoutFault.Draft();
    private static readonly Application InReview = AnApplication.WithoutFault.InReview();
    private static readonly Application Approved = AnApplication.WithoutFault.Approved();
    private static readonly Application Asked = AnApplication.WithoutFault.WaitingForInformation();

    private static readonly Application WithdrawnUnanswered = Asked
        .Withdraw("We changed our plans.", People.Provider, Moments.Monday)
        .Application();

    private static readonly Application Infected = Draft
        .RejectInfected(Draft.Documents[0].Sha256, new("scan", "etag"), new(), Moments.Monday)
        .Application();

    private static readonly Application Expired = AnApplication
        .WithoutFault.Published()
        .ChangeEntryStatus(
            1,
            code: null,
            RegisterStatus.Expiring,
            "No longer needed.",
            new(2023, 3, 1),
            new(2025, 3, 1),
            People.Registrar,
            Moments.Monday
        )
        .Application();

    private static readonly DateOnly FarOff = new(2050, 3, 1);

    public static IReadOnlyList<CommandCase> All { get; } =
    [
        OfProvider(Draft, InReview, id => new ReplaceApplication(id, AnApplication.WithoutFault.Urgent().Content)),
        new CommandCase<AddDocument>(Draft, InReview, Callers.Mito, Callers.Careerforce, async (app, id) =>
            new(id, await app.ReceiveAsync(DocumentKind.SupportLetter, 'b'))
        ),
        OfProvider(Draft, InReview, id => new DeleteDocument(id, "d1")),
        OfProvider(Draft, InReview, id => new SubmitApplication(id)),
        OfProvider(InReview, AnApplication.WithoutFault.Published(), id => new WithdrawApplication(id, new("We changed our plans."))),
        OfProvider(Asked, WithdrawnUnanswered, id => new AnswerInformationRequest(id, 1, new("By two of us."))),
        OfProvider(AnApplication.WithoutFault.Declined(), AnApplication.WithoutFault.Reconsidering(), id => new RequestReconsideration(
            id,
            new("The second document has the plan.")
        )),
        OfAssignee(InReview, task => new RecordFinding(task, 3, new(CriterionResult.Met, "Read and considered."))),
        OfAssignee(InReview, task => new RequestInformation(task, new("How is it moderated?", [6]))),
        OfAssignee(AnApplication.WithoutFault.Evaluated(), task => new Decide(task, new(TaskOutcome.Approve, "As the findings say."))),
        new CommandCase<WriteNote>(
            InReview,
            AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline),
            Callers.OtherEvaluator,
            Callers.Careerforce,
            (_, id) => Task.FromResult(new WriteNote(TaskId.Create(id, 1), new("Ask who moderates.")))
        ),
        OfAssignee(InReview, task => new ReleaseTask(task, new("Ill."))),
        OfAssignee(InReview, task => new DeclareConflict(task, new("My brother teaches there."))),
        new CommandCase<ReassignTask>(InReview, Approved, Callers.Registrar, Callers.Evaluator, (_, id) =>
            Task.FromResult(new ReassignTask(TaskId.Create(id, 1), new("evaluator-3", "They are free.")))
        ),
        OfRegistrar(InReview, Approved, id => new ExtendTask(TaskId.Create(id, 1), new(FarOff, "It is long."))),
        OfRegistrar(Asked, WithdrawnUnanswered, id => new ExtendInformationRequest(id, 1, new(FarOff, "They are ill."))),
        OfRegistrar(InReview.Asked(Moments.Later(-60)), WithdrawnUnanswered, id => new LapseInformationRequest(
            id,
            1,
            new("Nobody could be reached.")
        )),
        new CommandCase<MoveTask>(
            InReview with
            {
                Tasks = [InReview.Tasks[0] with { Assignee = null }],
            },
            Approved,
            Caller.System,
            Callers.Mito,
            (_, id) => Task.FromResult(new MoveTask(TaskId.Create(id, 1)))
        ),
        new CommandCase<ChangeEntryStatus>(
            AnApplication.WithoutFault.Published(),
            Approved,
            Callers.Registrar,
            Callers.Evaluator,
            (_, id) => Task.FromResult(new ChangeEntryStatus(id, 1, Code: null, new(RegisterStatus.ListedByMistake, "It was a test.")))
        ),
        OfProvider(AnApplication.WithoutFault.Published(), Approved, id => new ReportReview(
            id,
            new(2027, 3, 2),
            Years: 1,
            new(true, "Forty workshops hire them.", 120, 101, "Most work in one.")
        )),
        new CommandCase<EndExpiredEntry>(Expired, AnApplication.WithoutFault.Published(), Caller.System, Callers.Mito, (_, id) =>
            Task.FromResult(new EndExpiredEntry(id))
        ),
        new CommandCase<RejectInfectedDocuments>(Draft, Infected, Caller.System, Callers.Mito, (_, id) =>
            Task.FromResult(new RejectInfectedDocuments(new(id, Draft.Documents[0].Sha256), new("scan", "etag")))
        ),
    ];

    private static CommandCase<TCommand> OfProvider<TCommand>(Application fits, Application isPast, Func<ApplicationId, TCommand> make)
        where TCommand : IApplicationCommand => new(fits, isPast, Callers.Mito, Callers.Careerforce, (_, id) => Task.FromResult(make(id)));

    private static CommandCase<TCommand> OfRegistrar<TCommand>(Application fits, Application isPast, Func<ApplicationId, TCommand> make)
        where TCommand : IApplicationCommand =>
        new(fits, isPast, Callers.Registrar, Callers.Careerforce, (_, id) => Task.FromResult(make(id)));

    private static CommandCase<TCommand> OfAssignee<TCommand>(Application fits, Func<TaskId, TCommand> make)
        where TCommand : IApplicationCommand =>
        new(fits, Approved, Callers.Evaluator, Callers.OtherEvaluator, (_, id) => Task.FromResult(make(TaskId.Create(id, 1))));
}
