using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <inheritdoc/>
internal sealed class EvaluationExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(nameof(ListTasks), new ListPage<TaskSummary>([TaskOf(example.Assigned)], Next: null)),
            new(
                nameof(RecordFinding),
                TaskOf(example.Found),
                new RecordFinding.Finding(example.Found.Tasks[0].Findings[0].Result, example.Found.Tasks[0].Findings[0].Comment)
            ),
            new(
                nameof(RequestInformation),
                InformationRequestView.Of(example.Asked.InformationRequests[0]),
                new RequestInformation.Question(
                    example.Asked.InformationRequests[0].Question,
                    example.Asked.InformationRequests[0].Criteria,
                    example.Asked.InformationRequests[0].Fields
                )
            ),
            new(
                nameof(ExtendInformationRequest),
                InformationRequestView.Of(example.AskedLonger.InformationRequests[0]),
                new Extension(ExampleCase.Later, ExampleCase.MoreTime)
            ),
            new(
                nameof(LapseInformationRequest),
                InformationRequestView.Of(example.Unanswered.InformationRequests[0]),
                new LapseInformationRequest.Why(ExampleCase.NoAnswer)
            ),
            new(nameof(ExtendTask), TaskOf(example.Extended), new Extension(ExampleCase.Later, ExampleCase.MoreTime)),
            new(
                nameof(AnswerInformationRequest),
                ApplicationView.Of(example.Answered),
                new AnswerInformationRequest.Response(example.Answered.InformationRequests[0].Answer!)
            ),
            new(
                nameof(Decide),
                TaskOf(example.Decided),
                new Decide.Verdict(TaskOutcome.Approve, example.Decided.Decision!.Reasons, Conditions: [])
            ),
            new(
                nameof(RequestReconsideration),
                ApplicationView.Of(example.Reconsidering),
                new RequestReconsideration.Request(ExampleCase.Grounds)
            ),
            new(nameof(WriteNote), NoteView.Of(example.Noted.Notes[^1]), new WriteNote.Words(example.Noted.Notes[^1].Text)),
            new("ListNotes", NotesView.Of(example.Noted.Notes)),
            new(nameof(DeclareConflict), TaskOf(example.HandedOn), new GiveUpTask.Why(ExampleCase.Reason)),
            new(nameof(ReleaseTask), TaskOf(example.HandedOn), new GiveUpTask.Why(ExampleCase.Reason)),
            new(
                nameof(ReassignTask),
                TaskOf(example.HandedOn),
                new ReassignTask.To(example.HandedOn.Tasks[0].Assignee!, ExampleCase.Reason)
            ),
            new("ListEvaluators", new ListPage<EvaluatorView>([EvaluatorOf(example)], Next: null)),
            new(
                "ChangeEvaluator",
                EvaluatorOf(example),
                new EvaluatorChanges(Interests: EvaluatorOf(example).Interests, Absences: EvaluatorOf(example).Absences, Capacity: 12)
            ),
        ];

    private static EvaluatorView EvaluatorOf(ExampleCase example) =>
        new(
            example.Assigned.Tasks[0].Assignee!,
            "Evaluator One",
            [example.Content.MicroCredential!.Nzsced![..2]],
            LevelRange.All,
            [ProviderNumber.Parse("9003")],
            Capacity: 12,
            [new(new(2027, 1, 18), new(2027, 1, 29), example.HandedOn.Tasks[0].Assignee)],
            Open: 1
        );

    private static TaskSummary TaskOf(Application application) => TaskSummary.Of(application, application.Tasks[0]);
}
