using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Archiving;
using MicroCred.App.Evaluation;
using MicroCred.App.Funding;
using MicroCred.App.Http;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Validation;
using MicroCred.Approval;

namespace MicroCred.App.OpenApi;

/// <summary>A body and an answer for each function, by its name; all of one application.</summary>
internal sealed class Examples(JsonSerializerOptions json)
{
    private readonly Dictionary<string, (object? Body, object? Answer)> _all = All(new ExampleCase(json));

    private readonly object _linkedData = LinkedData.Of(new ExampleCase(json).Entry, "https://microcred.example/register/1");

    public JsonNode? BodyOf(string function) => Of(_all.GetValueOrDefault(function).Body);

    public JsonNode? AnswerOf(string function, string mediaType) =>
        Of(mediaType == LinkedData.MediaType ? _linkedData : _all.GetValueOrDefault(function).Answer);

    public JsonNode? Of(object? value)
    {
        JsonNode? node = JsonSerializer.SerializeToNode(value, json);
        if (value is ProblemBody { Findings: null })
        {
            node!.AsObject().Remove("findings");
        }

        return node;
    }

    private static Dictionary<string, (object? Body, object? Answer)> All(ExampleCase of) => new()
    {
        [nameof(CreateApplication)] = (of.Content, ApplicationView.Of(of.Draft)),
        [nameof(ListApplications)] = (null, new ListPage<ApplicationSummary>([ApplicationSummary.Of(of.Published)], Next: null)),
        [nameof(GetApplication)] = (null, ApplicationView.Of(of.Published)),
        [nameof(ReplaceApplication)] = (of.Content, ApplicationView.Of(of.Draft)),
        [nameof(AddDocument)] = (new { kind = of.Complete.Documents[0].Kind, file = "The file's bytes." }, DocumentView.Of(of.Complete.Documents[0])),
        [nameof(CheckApplication)] = (null, of.Check),
        [nameof(SubmitApplication)] = (null, ApplicationView.Of(of.Submitted)),
        [nameof(SubmitPackage)] = (new { file = "The zip's bytes." }, ApplicationView.Of(of.Submitted)),
        [nameof(WithdrawApplication)] = (new WithdrawApplication.Withdrawal(ExampleCase.Reason), ApplicationView.Of(of.Withdrawn)),
        [nameof(GetTimeline)] = (null, of.Timeline),
        [nameof(ListTasks)] = (null, new ListPage<TaskSummary>([TaskOf(of.Assigned)], Next: null)),
        [nameof(RecordFinding)] = (of.Finding, TaskOf(of.Found)),
        [nameof(RequestInformation)] = (of.Question, of.Asked.InformationRequests[0]),
        [nameof(AnswerInformationRequest)] = (of.Response, ApplicationView.Of(of.Answered)),
        [nameof(Decide)] = (of.Verdict, TaskOf(of.Decided)),
        [nameof(DeclareConflict)] = (new GiveUpTask.Why(ExampleCase.Reason), TaskOf(of.HandedOn)),
        [nameof(ReleaseTask)] = (new GiveUpTask.Why(ExampleCase.Reason), TaskOf(of.HandedOn)),
        [nameof(ReassignTask)] = (new ReassignTask.To(of.HandedOn.Tasks[0].Assignee!), TaskOf(of.HandedOn)),
        [nameof(GetFunding)] = (null, FundingView.Of(of.Settled.Funding!)),
        [nameof(SearchRegister)] = (null, new ListPage<RegisterEntryView>([RegisterEntryView.Of(of.Entry)], Next: null)),
        [nameof(GetRegisterEntry)] = (null, RegisterEntryView.Of(of.Entry)),
        [nameof(GetRegisterStatistics)] = (null, RegisterStatistics.Of([of.Entry])),
        [nameof(ChangeEntryStatus)] = (
            new ChangeEntryStatus.EntryStatus(RegisterStatus.ListedByMistake, "It is the same as number 2."),
            RegisterEntryView.Of(of.Entry with { Status = RegisterStatus.ListedByMistake })),
        [nameof(GetHealth)] = (null, Health.Of(new("Up", "Up", "Up"), signIn: null) with
        {
            Services = new("Up", "Up", "Up"),
            Notifications = new(Waiting: 2, SetAside: 0),
        }),
        [nameof(ListPoison)] = (null, new[] { new ListPoison.Aside("notifications", Count: 1, [of.SetAside]), new ListPoison.Aside("scan-results", Count: 0, []) }),
        [nameof(RedrivePoison)] = (new RedrivePoison.Order("The mail server is back.", Most: 1), new RedrivePoison.Redriven(1)),
        [nameof(ListStuck)] = (null, new[] { new StuckApplication(of.Submitted.Id, ApplicationStatus.Submitted, StuckReason.Failed, LastingFailureKind.Fault, of.Submitted.SubmittedAt!.Value) }),
        [nameof(GetState)] = (null, of.State),
        [nameof(RestartApplication)] = (new RestartApplication.Order("Its orchestration failed while storage was away."), of.State),
        [nameof(SendLetterAgain)] = (new SendLetterAgain.Order(of.Letter.Id, "The address was wrong."), LetterLine.Of(of.Letter)),
        [nameof(RunRepair)] = (new RunRepair.Order("After a restore."), new Mended(Applications: 212, WrongLines: 0, Failed: 0, Relisted: 0, Collected: 3, Unfounded: [])),
        [nameof(ExportRecord)] = (null, of.Record),
        [nameof(GetArchive)] = (null, GetArchive.Report.Of(new ArchiveNight(
            Number: 212,
            of.Record.ExportedAt,
            AuditChain.Origin,
            Compared: 1840,
            Applications: [],
            Documents: [],
            [new ArchiveDifference(of.Published.Id, File: null, DifferenceKind.StateChanged, "The state of revision 9 isn't the one that was put away.")],
            Failed: [],
            Refused: []))),
        [nameof(GetOpenApi)] = (null, new { openapi = "3.1.1" }),
    };

    private static TaskSummary TaskOf(Application application) => TaskSummary.Of(application, application.Tasks[0]);
}
