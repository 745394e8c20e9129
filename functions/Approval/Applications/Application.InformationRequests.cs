using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Requests for information. While one is open the evaluation's clock stands still.</content>
public sealed partial record Application
{
    /// <summary>The most findings about one change of the content.</summary>
    private const int MostFindings = 20;

    /// <summary>Without these an application can't be published, so an answer may not break them.</summary>
    private static readonly ValidationRule[] RulesOfTheRegister =
    [
        RequiredRules.MicroCredential,
        CreditRules.LevelOnFramework,
        CreditRules.WithinEdition,
        SubjectRules.SixDigits,
        SubjectRules.Classified,
        ReviewRules.PeriodOfEdition,
    ];

    /// <summary>
    /// The fields that the provider may change to answer the open information request, as JSON pointers; empty where there is none, or it
    /// names none.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> PermittedFields => Stage == Stage.Information ? InformationRequests[^1].Fields : [];

    /// <summary>Records an evaluator's question to the provider; the settings limit how many.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="question">The question.</param>
    /// <param name="criteria">The numbers of the criteria that it concerns.</param>
    /// <param name="fields">The fields that the provider may change, as JSON pointers over the application's body.</param>
    /// <param name="settings">How many questions there may be, and by when each is to be answered.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> RequestInformation(
        TaskId taskId,
        string question,
        IReadOnlyList<int> criteria,
        IReadOnlyList<string> fields,
        EvaluationSettings settings,
        Actor by,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (Stage is not (Stage.Evaluation or Stage.SecondReview))
        {
            return CannotBe("asked about");
        }

        if (InformationRequests.Count >= settings.InformationRounds)
        {
            return Refusal.WrongState($"The provider was asked {InformationRequests.Count} times, which is all there may be.");
        }

        return OwnOpenTask(taskId, by, TaskKind.Evaluation, TaskKind.SecondReview)
            .Then<Change>(_ =>
            {
                if (Faulty(question, criteria, fields) is { } faulty)
                {
                    return faulty;
                }

                var due = WorkingDays.Deadline(at, settings.InformationRequestWorkingDays);
                InformationRequest request = new(InformationRequests.Count + 1, question, criteria, at.ToUniversalTime(), due)
                {
                    Fields = [.. fields.Distinct()],
                };
                return (
                    this with
                    {
                        Status = ApplicationStatus.InformationRequested,
                        InformationRequests = [.. InformationRequests, request],
                    }
                ).Because(by, at, new InformationRequested(request.Number, question));
            });
    }

    /// <summary>Records the provider's answer; the evaluation's clock goes on, without the working days that the answer took.</summary>
    public Outcome<Change> Answer(int number, string answer, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        return OpenRequest(number)
            .Then<Change>(request =>
                Text.IsGiven(answer)
                    ? Resume(
                            request with
                            {
                                Answer = answer,
                                AnsweredAt = at.ToUniversalTime(),
                                Status = InformationRequestStatus.Answered,
                            },
                            at
                        )
                        .WithVersionIfChanged(by.Name, $"Answer to question {number}", at)
                        .Because(by, at, new InformationGiven(number))
                    : Refusal.Invalid("answer: an answer needs words.")
            );
    }

    /// <summary>
    /// A registrar gives the provider another day to answer by, earlier or later than it was. The request's clock starts anew on the day
    /// this is done.
    /// </summary>
    /// <param name="number">The request's number.</param>
    /// <param name="due">A day after today, in Auckland, by whose end the answer is due.</param>
    /// <param name="reason">Why; the provider reads it.</param>
    /// <param name="by">The registrar.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> ExtendInformationRequest(int number, DateOnly? due, string? reason, Actor by, DateTimeOffset at) =>
        Overseeing(by) is { } refusal
            ? refusal
            : OpenRequest(number)
                .Then<Change>(request =>
                    NewDue(due, reason, at)
                        .Then<Change>(clock =>
                            (
                                this with
                                {
                                    InformationRequests = RequestsWith(request with { Started = clock.Started, Due = clock.Due }),
                                }
                            ).Because(by, at, new InformationRequestExtended(number, due!.Value, reason!))
                        )
                );

    /// <summary>
    /// A registrar closes a request that the provider didn't answer in time; the evaluation goes on with what the provider changed by then.
    /// </summary>
    /// <param name="number">The request's number.</param>
    /// <param name="reason">Why; the provider reads it.</param>
    /// <param name="by">The registrar.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> LapseInformationRequest(int number, string? reason, Actor by, DateTimeOffset at) =>
        Overseeing(by) is { } refusal
            ? refusal
            : OpenRequest(number)
                .Then<Change>(request =>
                    at <= request.Due ? Refusal.WrongState("The provider has until the end of the due date to answer.")
                    : !Text.IsGiven(reason) ? Refusal.Invalid("reason: say why.")
                    : Resume(request.Ended, at)
                        .WithVersionIfChanged(Provider.Name, $"Changed for question {number}, which wasn't answered", at)
                        .Because(by, at, new InformationRequestLapsed(number, reason!))
                );

    private Refusal? Faulty(string question, IReadOnlyList<int> criteria, IReadOnlyList<string> fields)
    {
        if (!Text.IsGiven(question))
        {
            return Refusal.Invalid("question: say what you need to know.");
        }

        if (!criteria.All(HasCriterion))
        {
            return Refusal.Invalid("criteria: a request names criteria by their numbers.");
        }

        List<Finding> faults =
        [
            .. fields
                .Index()
                .Where(field => !ContentFields.MayBePermitted(field.Item))
                .Take(MostFindings)
                .Select(field => new Finding(
                    "FIELD01",
                    Severity.Error,
                    $"fields[{field.Index}]",
                    $"“{field.Item}” names no field that may be changed.",
                    "Name a field of the application by a JSON pointer, such as /microCredential/title; not /type or /registerNumber."
                )),
        ];
        return faults.Count == 0 ? null : Refusal.Invalid(faults);
    }

    /// <summary>Replaces the content, where no other fields change than the open request names.</summary>
    private Outcome<Change> Correct(ApplicationContent content, Actor by, DateTimeOffset at)
    {
        var changes = ContentFields.Between(Content, content);
        var refused = changes.Where(change => !PermittedFields.Any(field => JsonPointer.Holds(field, change.Path))).ToList();
        if (refused.Count > 0)
        {
            return Refusal.Invalid([
                .. refused
                    .Take(MostFindings)
                    .Select(change => new Finding(
                        "FIELD02",
                        Severity.Error,
                        JsonPointer.AsField(change.Path),
                        "The information request doesn't permit a change here.",
                        "Leave this as it is, and write in your answer what should be different."
                    )),
            ]);
        }

        var corrected = changes.Count == 0 ? this : this with { Content = content };
        SubmittedApplication submission = new(corrected, RuleEditions.Find(Edition) ?? RuleEditions.Default, RegisterContext.Nothing);
        return RulesOfTheRegister.SelectMany(rule => rule.Run(submission)).ToList() is { Count: > 0 } findings
            ? Refusal.Invalid(findings)
            : corrected.Because(by, at, new Changed());
    }

    private Outcome<InformationRequest> OpenRequest(int number) =>
        InformationRequests.FirstOrDefault(request => request.Number == number) switch
        {
            null => Refusal.NotFound($"There is no information request {number}."),
            { IsOpen: true } request when Stage == Stage.Information => request,
            _ => Refusal.WrongState($"Information request {number} is no longer open."),
        };

    private IReadOnlyList<InformationRequest> RequestsEnded => [.. InformationRequests.Select(request => request.Ended)];

    private IReadOnlyList<InformationRequest> RequestsWith(InformationRequest changed) =>
        [.. InformationRequests.Select(request => request.Number == changed.Number ? changed : request)];

    /// <summary>
    /// Back in review: the clocks that stood still, the open task's and the one that the provider is told, move on by the working days
    /// since the question was asked, or since a registrar set the task's due date after that.
    /// </summary>
    private Application Resume(InformationRequest settled, DateTimeOffset at)
    {
        var (asked, today) = (WorkingDays.DayOf(settled.AskedAt), WorkingDays.DayOf(at));
        return this with
        {
            Status = ApplicationStatus.InReview,
            InformationRequests = RequestsWith(settled),
            Tasks =
            [
                .. Tasks.Select(task =>
                    task is { IsOpen: true, IsNzqas: true } || task.Kind == TaskKind.Evaluation
                        ? task.With(task.Clock.AfterStandingStill(asked, today))
                        : task
                ),
            ],
        };
    }
}
