namespace MicroCred.Approval.Tests;

/// <summary>Takes an application to the stage that a test needs, all at one moment.</summary>
internal static class Stages
{
    public static EvaluationSettings Settings { get; } = new();

    public static Application Draft(this AnApplication application)
    {
        var draft = Application.Draft(AnApplication.Id, application.Provider, application.Content, People.Provider, Moments.Monday);
        return application.Documents.Aggregate(draft.Application, (current, kind) => current.WithDocument(kind));
    }

    public static Application WithDocument(
        this Application application,
        DocumentKind kind,
        DocumentStatus status = DocumentStatus.Accepted,
        params Finding[] findings
    ) =>
        application
            .AddDocument(kind, $"{kind}.pdf", "application/pdf", 1000, new('a', 64), status, findings, People.Provider, Moments.Monday)
            .Application();

    public static Application Submitted(this AnApplication application) => application.Draft().Submitted();

    public static Application Submitted(this Application application, DateTimeOffset? at = null) =>
        application.Submit(RuleEditions.Default, People.Provider, at ?? Moments.Monday).Application();

    public static Application Returned(this AnApplication application) =>
        application
            .Submitted()
            .RecordValidation([new("CRED01", Severity.Error, "microCredential.credits", "Too many.", "Fewer.")], Settings, Moments.Monday)
            .Application();

    public static Application Validated(this AnApplication application) =>
        application.Submitted().RecordValidation([], Settings, Moments.Monday).Application();

    public static Application InReview(this AnApplication application) =>
        application.Validated().Assign(People.Evaluator.Id, Settings, Moments.Monday).Application();

    public static Application WaitingForInformation(this AnApplication application) => application.InReview().Asked(Moments.Monday);

    public static Application Asked(this Application application, DateTimeOffset at, params IReadOnlyList<string> fields) =>
        application
            .RequestInformation(application.Task(), "How is it moderated?", [6], fields, Settings, People.Evaluator, at)
            .Application();

    /// <summary>With every criterion met, except those given.</summary>
    public static Application Evaluated(this AnApplication application, params (int Criterion, CriterionResult Result)[] except) =>
        application.InReview().FoundBy(People.Evaluator, except);

    /// <summary>With a person's finding on every criterion of the latest task: met, except those given.</summary>
    public static Application FoundBy(this Application application, Actor by, params (int Criterion, CriterionResult Result)[] except) =>
        EvaluationCriteria.All.Aggregate(application, (current, criterion) =>
        {
            var result = except
                .ToDictionary(other => other.Criterion, other => other.Result)
                .GetValueOrDefault(criterion.Number, CriterionResult.Met);
            return current
                .RecordFinding(current.Task(), criterion.Number, result, "Read and considered.", by, Moments.Monday)
                .Application();
        });

    public static Application Approved(this AnApplication application) => application.Evaluated().Decided(DecisionOutcome.Approve);

    /// <summary>By two evaluators.</summary>
    public static Application Declined(this AnApplication application) =>
        application
            .UnderSecondReview(DecisionOutcome.Decline)
            .FoundBy(People.OtherEvaluator)
            .Decided(DecisionOutcome.Decline, People.OtherEvaluator);

    /// <summary>Declined by two evaluators, and with the registrar to be reconsidered.</summary>
    public static Application Reconsidering(this AnApplication application) =>
        application
            .Declined()
            .AskToReconsider("The second document has the plan.", People.Registrar.Id, Settings, People.Provider, Moments.Monday)
            .Application();

    /// <summary>The first evaluator decided, and a second one has begun to review it.</summary>
    public static Application UnderSecondReview(this AnApplication application, DecisionOutcome first) =>
        application.Evaluated().Decided(first);

    /// <summary>A second review goes to the other evaluator, any other task that follows to the registrar.</summary>
    public static Application Decided(this Application application, DecisionOutcome outcome, Actor? by = null) =>
        application
            .Decide(
                application.Task(),
                outcome,
                "As the findings say.",
                outcome == DecisionOutcome.ApproveWithConditions ? [Moments.InMay("Hire a tutor.")] : [],
                application.Follows(application.Task(), outcome, Settings) is TaskKind.SecondReview
                    ? People.OtherEvaluator.Id
                    : People.Registrar.Id,
                Settings,
                by ?? People.Evaluator,
                Moments.Monday
            )
            .Application();

    public static Application Published(this AnApplication application) =>
        application.Approved().Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday).Application();

    public static TaskId Task(this Application application) => application.Tasks[^1].Id;
}
