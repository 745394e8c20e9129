using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.OpenApi;

/// <summary>
/// One application taken from draft to register by the domain code, so that examples are what the app would answer. Its input is a sample
/// that the Demo uses too; the build embeds it.
/// </summary>
internal sealed class ExampleCase
{
    public const string Reason = "Somebody close to me teaches there.";

    public const string Grounds = "The moderation plan was in the second document, which the reasons don't mention.";

    public const string MoreTime = "The person who knows is on leave until then.";

    public const string NoAnswer = "Nobody answered, and nobody could be reached.";

    /// <summary>A day by which something is due instead.</summary>
    public static DateOnly Later { get; } = new(2026, 4, 30);

    private static readonly Actor Registrar = new("registrar", "Registrar", ActorKind.Registrar);
    private static readonly Actor Owner = new("mind-lab", "The Mind Lab", ActorKind.Provider);
    private static readonly Actor Evaluator = new("evaluator-1", "Evaluator One", ActorKind.Evaluator);
    private static readonly Actor Reviewer = new("evaluator-2", "Evaluator Two", ActorKind.Evaluator);
    private static readonly Actor Adviser = new("funding-adviser", "Funding Adviser", ActorKind.FundingAdviser);
    private static readonly Provider Provider = new(ProviderNumber.Parse("9002"), Owner.Name, ProviderType.Pte);

    /// <summary>Somebody who acts for the example's provider.</summary>
    public static Caller Reader { get; } = new(Owner, new HashSet<Role> { Role.Provider }, Provider);

    private static readonly EvaluationSettings Evaluation = new();
    private static readonly FundingSettings Funding = new();

    /// <summary>An application as the funding tests judge it.</summary>
    public FundingCase CaseOf(Application application) =>
        new(application, application.Decision, [new(Fund.Dq3To7, 2019)], Funding, WorkingDays.DayOf(Now));

    private readonly List<AuditEvent> _events = [];

    /// <summary>The application's JSON as it would be stored.</summary>
    private string? _state;

    public ExampleCase(JsonSerializerOptions json)
    {
        var script = Sample("script.json").AsObject();
        Content = Sample("application.json").Deserialize<ApplicationContent>(json)!;
        var asked = script["informationRequest"]!;
        var verdict = script["decision"]!;

        Draft = Next(Application.Draft(ApplicationId.Parse("0197c5e2-6f4b-7a50-9d3e-2b8f4c6d1a70"), Provider, Content, Owner, Now));
        Complete = script["documents"]!
            .AsArray()
            .Aggregate(Draft, (application, document) => Next(WithDocument(application, document!, json)));
        Submitted = Next(Complete.Submit(RuleEditions.Default, Owner, Now));
        var validated = Next(Submitted.RecordValidation([], Evaluation, Now));
        Assigned = Next(validated.Assign(Evaluator.Id, Evaluation, Now));
        var task = Assigned.Tasks[0].Id;
        Withdrawn = Assigned.Withdraw(Reason, Owner, Now).OrThrow().Application;
        HandedOn = Assigned.Release(task, Reason, "evaluator-3", Evaluator, Now).OrThrow().Application;
        var declined = Assigned with { Status = ApplicationStatus.Declined, Decision = Declined, Tasks = [] };
        Reconsidering = declined.AskToReconsider(Grounds, "registrar", Evaluation, Owner, Now).OrThrow().Application;
        Noted = Assigned.AddNote(task, "The same provider's last one had no moderator.", Evaluator, Now).OrThrow().Application;
        Asked = Next(
            Assigned.RequestInformation(
                task,
                (string)asked["question"]!,
                asked["criteria"].Deserialize<int[]>(json)!,
                ["/microCredential/assessment"],
                Evaluation,
                Evaluator,
                Now
            )
        );
        AskedLonger = Asked.ExtendInformationRequest(1, Later, MoreTime, Registrar, Now).OrThrow().Application;
        Unanswered = Asked
            .LapseInformationRequest(1, NoAnswer, Registrar, Asked.InformationRequests[0].Due.AddDays(1))
            .OrThrow()
            .Application;
        Extended = Assigned.ExtendTask(task, Later, MoreTime, Registrar, Now).OrThrow().Application;
        Answered = Next(Asked.Answer(1, (string)asked["answer"]!, Owner, Now));
        Found = WithFindings(Answered, task, Evaluator, script["findings"]!, json);
        var reviewed = Next(Decide(Found, task, Evaluator, verdict, json));
        var review = reviewed.Tasks[^1].Id;
        Decided = Next(Decide(WithFindings(reviewed, review, Reviewer, script["findings"]!, json), review, Reviewer, verdict, json));
        Referred = Next(Decided.AssessFunding(FundingRules.Assess(CaseOf(Decided)), Adviser.Id, Funding, Now));
        EventsUntilReferral = [.. _events];
        Registration registration = new(1, ReportingCode.Parse("1000"), Now);
        Published = Next(Referred.Publish(registration, Now));
        Settled = Next(
            Published.DecideReferral(Published.Tasks[^1].Id, eligible: true, (string)script["referral"]!["reasons"]!, [], Adviser, Now)
        );
        Entry = RegisterEntry.From(Settled, registration.Number, registration.Code);
        Whole = new WholeApplication(
            Settled,
            _state!,
            _events[^1].Hash,
            [.. _events.Select(e => new WholeApplication.KeptEvent(ChunkedJson.TextOf(e), e))]
        );
    }

    /// <summary>Starts on Monday, 2 March 2026, at ten in the morning in Auckland; each step comes an hour after the one before.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 21, 0, 0, TimeSpan.Zero);

    public ApplicationContent Content { get; }

    private Decision Declined => new(DecisionOutcome.Decline, "The sixth criterion isn't met.", [], Evaluator, Now);

    public Application Draft { get; }

    public Application Complete { get; }

    public Application Submitted { get; }

    public Application Assigned { get; }

    public Application HandedOn { get; }

    public Application Withdrawn { get; }

    public Application Reconsidering { get; }

    public Application Noted { get; }

    public Application Asked { get; }

    public Application AskedLonger { get; }

    public Application Unanswered { get; }

    public Application Extended { get; }

    public Application Answered { get; }

    public Application Found { get; }

    public Application Decided { get; }

    public Application Referred { get; }

    public IReadOnlyList<AuditEvent> EventsUntilReferral { get; }

    public Application Settled { get; }

    public Application Published { get; }

    public RegisterEntry Entry { get; }

    /// <summary>The published application with its events, as they would be stored.</summary>
    public WholeApplication Whole { get; }

    private static JsonNode Sample(string file)
    {
        using var sample = typeof(ExampleCase).Assembly.GetManifestResourceStream($"Sample/{file}")!;
        return JsonNode.Parse(sample)!;
    }

    private Application WithFindings(Application before, TaskId task, Actor by, JsonNode findings, JsonSerializerOptions json) =>
        findings
            .AsArray()
            .Index()
            .Aggregate(before, (application, found) =>
                Next(
                    application.RecordFinding(
                        task,
                        found.Index + 1,
                        found.Item!["result"].Deserialize<CriterionResult>(json),
                        (string)found.Item["comment"]!,
                        by,
                        Now
                    )
                )
            );

    private Outcome<Change> Decide(Application application, TaskId task, Actor by, JsonNode verdict, JsonSerializerOptions json) =>
        application.Decide(task, DecisionOutcome.Approve, (string)verdict["reasons"]!, [], Reviewer.Id, Evaluation, by, Now);

    private Outcome<Change> WithDocument(Application application, JsonNode document, JsonSerializerOptions json)
    {
        var file = (string)document["file"]!;
        return application.AddDocument(
            document["kind"].Deserialize<DocumentKind>(json),
            file,
            file.EndsWith(".pdf", StringComparison.Ordinal) ? DocumentTypes.Pdf : DocumentTypes.Docx,
            size: 48_213,
            sha256: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))),
            DocumentStatus.Accepted,
            [],
            Owner,
            Now
        );
    }

    private Application Next(Outcome<Change> outcome)
    {
        var change = outcome.OrThrow();
        var before = _state is null ? null : AuditChain.HashOf(_state);
        _state = ChunkedJson.TextOf(change.Application);
        _events.AddRange(
            AuditChain.Seal(change.Events, _events is [.., var last] ? last.Hash : AuditChain.Origin, before, AuditChain.HashOf(_state))
        );
        Now = Now.AddHours(1);
        return change.Application;
    }
}
