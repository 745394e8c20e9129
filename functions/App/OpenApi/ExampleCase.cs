using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Evaluation;
using MicroCred.App.Notification;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Validation;
using MicroCred.Approval;

namespace MicroCred.App.OpenApi;

/// <summary>
/// One application from its draft to the register, taken there through the domain, so that an example is what the app would answer. What
/// people send is a sample that the Demo plays too; the build embeds it.
/// </summary>
internal sealed class ExampleCase
{
    public const string Reason = "Somebody close to me teaches there.";

    private static readonly Actor Owner = new("mind-lab", "The Mind Lab", ActorKind.Provider);
    private static readonly Actor Evaluator = new("evaluator-1", "Evaluator One", ActorKind.Evaluator);
    private static readonly Actor Adviser = new("funding-adviser", "Funding Adviser", ActorKind.FundingAdviser);
    private static readonly Provider Provider = new(ProviderNumber.Parse("9002"), Owner.Name, ProviderType.Pte, [Fund.Dq3To7]);
    private static readonly EvaluationSettings Evaluation = new();
    private static readonly FundingSettings Funding = new();

    private readonly List<AuditEvent> _events = [];

    /// <summary>The application's text as it would be kept.</summary>
    private string? _state;

    /// <summary>Monday, 2 March 2026, ten in the morning in Auckland; each step comes an hour after the one before.</summary>
    private DateTimeOffset _now = new(2026, 3, 1, 21, 0, 0, TimeSpan.Zero);

    public ExampleCase(JsonSerializerOptions json)
    {
        JsonObject script = Sample("script.json").AsObject();
        Content = Sample("application.json").Deserialize<ApplicationContent>(json)!;
        RecordFinding.Finding[] findings = script["findings"].Deserialize<RecordFinding.Finding[]>(json)!;
        JsonNode asked = script["informationRequest"]!;
        Finding = findings[0];
        Question = new((string)asked["question"]!, asked["criteria"].Deserialize<int[]>(json));
        Response = new((string)asked["answer"]!);
        Verdict = script["decision"].Deserialize<Decide.Verdict>(json)!;

        Draft = Now(Application.Draft(ApplicationId.Parse("0197c5e2-6f4b-7a50-9d3e-2b8f4c6d1a70"), Provider, Content, Owner, _now));
        Check = new(
            Validator.Run(new Approval.Submission(Draft, RuleEditions.Default, RegisterContext.Nothing)),
            FundingRules.Assess(Draft, decision: null, Funding));
        Complete = script["documents"]!.AsArray().Aggregate(Draft, (application, document) => Now(WithDocument(application, document!, json)));
        Submitted = Now(Complete.Submit(RuleEditions.Default, Owner, _now));
        Application validated = Now(Submitted.RecordValidation([], Evaluation, _now));
        Assigned = Now(validated.Assign(Evaluator.Id, Evaluation, _now));
        TaskId task = Assigned.Tasks[0].Id;
        Withdrawn = Assigned.Withdraw(Reason, Owner, _now).OrThrow().Application;
        HandedOn = Assigned.Release(task, Reason, "evaluator-3", Evaluator, _now).OrThrow().Application;
        Asked = Now(Assigned.RequestInformation(task, Question.Text, Question.Criteria!, Evaluation, Evaluator, _now));
        Answered = Now(Asked.Answer(1, Response.Answer, Owner, _now));
        Found = findings.Index().Aggregate(Answered, (application, found) =>
            Now(application.RecordFinding(task, found.Index + 1, found.Item.Result, found.Item.Comment, Evaluator, _now)));
        Decided = Now(Found.Decide(task, DecisionOutcome.Approve, Verdict.Reasons, Verdict.Conditions!, Evaluator, _now));
        Application referred = Now(Decided.AssessFunding(FundingRules.Assess(Decided, Decided.Decision, Funding), Adviser.Id, Funding, _now));
        Timeline = GetTimeline.Timeline.ForProvider(referred, new(_events, Next: null));
        Settled = Now(referred.DecideReferral(referred.Tasks[^1].Id, eligible: true, (string)script["referral"]!["reasons"]!, Adviser, _now));
        Entry = RegisterEntry.From(Settled, number: 1, ReportingCode.Parse("1000"));
        Published = Now(Settled.Publish(new Registration(Entry.Number, Entry.Code, _now), _now));
        Letter = Notice.Of(Assigned, NoticeKind.Assigned, Evaluator.Id, ("due", Assigned.Tasks[0].Due.AsDay()), ("urgent", "False"));
        SetAside = new("0197c5e2-7a3c-7b10-8f21-6d5e4c3b2a19", _now, Assigned.Id, $"{Letter.Kind} to {Letter.Recipient}", Letter.Id);
        Record = ApplicationRecord.Of(
            new WholeApplication(
                Published, _state!, _events[^1].Hash, [.. _events.Select(e => new WholeApplication.KeptEvent(ChunkedJson.TextOf(e), e))]),
            [Letter],
            [new(Published.Documents[0].Sha256, "52d00da0-8f1a-4c3c-aa2c-24831967356b", "0x8DB4C9327B08CBF")],
            "registrar",
            _now);
        State = new(
            Assigned.Id,
            Assigned.Status,
            Assigned.Revision,
            Assigned.SubmittedAt,
            Assigned.WaitingFor,
            new InstanceState("Running", Assigned.SubmittedAt!.Value, Assigned.ValidatedAt!.Value, Failure: null),
            BrokenOffActs: [],
            [LetterLine.Of(Letter)],
            new ChainVerdict(Whole: true, Assigned.EventCount, BrokenAt: null, Fault: null));
    }

    public ApplicationContent Content { get; }

    public RecordFinding.Finding Finding { get; }

    public RequestInformation.Question Question { get; }

    public AnswerInformationRequest.Response Response { get; }

    public Decide.Verdict Verdict { get; }

    public CheckApplication.Check Check { get; }

    public GetTimeline.Timeline Timeline { get; }

    public Application Draft { get; }

    public Application Complete { get; }

    public Application Submitted { get; }

    public Application Assigned { get; }

    public Application HandedOn { get; }

    public Application Withdrawn { get; }

    public Application Asked { get; }

    public Application Answered { get; }

    public Application Found { get; }

    public Application Decided { get; }

    public Application Settled { get; }

    public Application Published { get; }

    public RegisterEntry Entry { get; }

    public Notice Letter { get; }

    public PoisonMessage SetAside { get; }

    public ApplicationState State { get; }

    public ApplicationRecord Record { get; }

    private static JsonNode Sample(string file)
    {
        using Stream sample = typeof(ExampleCase).Assembly.GetManifestResourceStream($"Sample/{file}")!;
        return JsonNode.Parse(sample)!;
    }

    private Outcome<Change> WithDocument(Application application, JsonNode document, JsonSerializerOptions json)
    {
        string file = (string)document["file"]!;
        return application.AddDocument(
            document["kind"].Deserialize<DocumentKind>(json),
            file,
            file.EndsWith(".pdf", StringComparison.Ordinal) ? Submission.Documents.DocumentTypes.Pdf : Submission.Documents.DocumentTypes.Docx,
            size: 48_213,
            sha256: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))),
            DocumentStatus.Accepted,
            [],
            Owner,
            _now);
    }

    private Application Now(Outcome<Change> outcome)
    {
        Change change = outcome.OrThrow();
        string? before = _state is null ? null : AuditChain.HashOf(_state);
        _state = ChunkedJson.TextOf(change.Application);
        _events.AddRange(AuditChain.Seal(
            change.Events, _events is [.., var last] ? last.Hash : AuditChain.Origin, before, AuditChain.HashOf(_state)));
        _now = _now.AddHours(1);
        return change.Application;
    }
}
