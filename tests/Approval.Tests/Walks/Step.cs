namespace MicroCred.Approval.Tests;

/// <summary>An operation to try on an application, sensible or not; the number selects its arguments.</summary>
internal sealed record Step(string Name, int Weight, Func<Application, int, Outcome<Change>> Try)
{
    private static readonly Finding Error = new("CRED01", Severity.Error, "microCredential.credits", "Too many.", "Fewer.");
    private static readonly Actor[] Evaluators = [People.Evaluator, People.OtherEvaluator];

    private static readonly ApplicationContent[] Contents =
    [
        AnApplication.WithoutFault.Content,
        AnApplication.WithoutFault.AskingForFunding().Content,
        AnApplication.WithoutFault.Urgent().Content,
        new(ApplicationType.Change, new(Outcomes: [], Standards: [new()]), new(Stakeholders: [new()]), new(), new(false)),
    ];

    /// <summary>Every transition. The weights only make sure that random walks get far.</summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        new("replace", 2, (application, n) => application.Replace(Contents[n % Contents.Length], People.Provider, At(application))),
        new("add a document", 2, (application, n) =>
            application.AddDocument(
                (DocumentKind)(n % 5),
                "curriculum.pdf",
                "application/pdf",
                n % (26 << 20),
                new('a', 64),
                (DocumentStatus)(n % 2),
                [],
                People.Provider,
                At(application)
            )
        ),
        new("remove a document", 1, (application, n) => application.RemoveDocument($"d{n % 4}", People.Provider, At(application))),
        new("find malware", 1, (application, n) =>
            application.RejectInfected(new(n % 8 == 0 ? 'a' : 'b', 64), new("scan", "etag"), new(), At(application))
        ),
        new("submit", 8, (application, n) => application.Submit(RuleEditions.All[n % 2], People.Provider, At(application))),
        new("validate", 8, (application, n) => application.RecordValidation(n % 3 == 0 ? [Error] : [], new(), At(application))),
        new("approve by university", 4, (application, _) => application.ApproveByUniversity(At(application))),
        new("assign", 8, (application, n) => application.Assign(Evaluators[n % 2].Id, new(), At(application))),
        new("record the next finding", 40, (application, n) =>
            application.RecordFinding(
                TaskOf(application),
                NextCriterion(application),
                (CriterionResult)(n % 9 / 7),
                "Read.",
                Holder(application, n),
                At(application)
            )
        ),
        new("ask", 2, (application, n) =>
            application.RequestInformation(
                TaskOf(application),
                "How?",
                [1 + (n % 7)],
                n % 2 == 0 ? [] : ["/funding", "/urgency"],
                new(),
                Holder(application, n),
                At(application)
            )
        ),
        new("answer", 4, (application, n) => application.Answer(1 + (n % 3), "So.", People.Provider, At(application))),
        new("let a question lapse", 2, (application, n) =>
            application.LapseInformationRequest(
                1 + (n % 3),
                "No answer.",
                n % 5 == 0 ? People.Evaluator : People.Registrar,
                application.InformationRequests is [.., var last] && n % 2 == 0 ? last.Due.AddSeconds(1) : At(application)
            )
        ),
        new("extend a question", 1, (application, n) =>
            application.ExtendInformationRequest(1 + (n % 3), Soon(application, n), "They asked.", People.Registrar, At(application))
        ),
        new("extend a task", 1, (application, n) =>
            application.ExtendTask(TaskOf(application), Soon(application, n), "It is long.", People.Registrar, At(application))
        ),
        new("write a note", 1, (application, n) =>
            application.AddNote(TaskOf(application), "Ask again.", Holder(application, n), At(application))
        ),
        new("decide", 8, (application, n) => application.Decide(
                TaskOf(application),
                (DecisionOutcome)(n % 3),
                "As found.",
                n % 3 == 1 ? [Moments.InMay("Hire a tutor.")] : [],
                n % 7 == 0 ? null
                    : application.Stage is Stage.SecondReview ? People.Registrar.Id
                    : Evaluators.First(evaluator => application.Tasks is not [.., var latest] || evaluator.Id != latest.Assignee).Id,
                new(),
                Holder(application, n),
                At(application)
            )),
        new("ask to reconsider", 10, (application, n) =>
            application.AskToReconsider("See the plan.", n % 4 == 0 ? null : People.Registrar.Id, new(), People.Provider, At(application))
        ),
        new("reconsider", 8, (application, n) =>
            application.Reconsider(
                TaskOf(application),
                TaskOutcomes.Of(TaskKind.Reconsideration)[n % 3],
                "As the record says.",
                n % 3 == 2 ? [Moments.InMay("Hire a tutor.")] : [],
                People.Registrar.Id,
                application.Tasks is [.., { Assignee: { } holder }] ? new(holder, "Holder", ActorKind.Registrar) : People.Registrar,
                At(application)
            )
        ),
        new("follow up a condition", 6, (application, n) =>
            application.FollowUp(
                TaskOf(application),
                TaskOutcomes.Of(TaskKind.ConditionFollowUp)[n % 3],
                "Seen.",
                n % 3 == 2 ? new(2026, 9, 1) : null,
                application.Tasks is [.., { Assignee: { } holder }] ? new(holder, "Holder", ActorKind.Registrar) : People.Registrar,
                At(application)
            )
        ),
        new("report on the entry", 4, (application, n) =>
            application.ReportReview(
                new(n % 2 == 0, "Workshops say so.", 1 + (n % 5), 1, ""),
                new(2027, 3, 2),
                1 + (n % 3),
                n % 4 == 0 ? null : People.Registrar.Id,
                new(),
                People.Provider,
                At(application)
            )
        ),
        new("decide on a report", 4, (application, n) =>
            application.DecideReview(
                TaskOf(application),
                TaskOutcomes.Of(TaskKind.EntryReview)[n % 2],
                "As reported.",
                application.Tasks is [.., { Assignee: { } holder }] ? new(holder, "Holder", ActorKind.Registrar) : People.Registrar,
                At(application)
            )
        ),
        new("declare a conflict", 1, (application, n) =>
            application.DeclareConflict(
                TaskOf(application),
                "My sister.",
                n % 3 == 0 ? null : Evaluators[n % 2].Id,
                n % 17 == 0 ? People.Registrar : Holder(application, n),
                At(application)
            )
        ),
        new("release", 1, (application, n) =>
            application.Release(
                TaskOf(application),
                "Ill.",
                n % 3 == 0 ? null : Evaluators[n % 2].Id,
                Holder(application, n),
                At(application)
            )
        ),
        new("reassign", 2, (application, n) =>
            application.Reassign(
                TaskOf(application),
                Evaluators[n % 2].Id,
                "They are free.",
                n % 5 == 0 ? People.Evaluator : People.Registrar,
                At(application)
            )
        ),
        new("assess funding", 8, (application, n) =>
            application.AssessFunding(new((FundingOutcome)(n % 3), Fund.Dq3To7, 0.1667m, []), People.Adviser.Id, new(), At(application))
        ),
        new("settle funding", 8, (application, n) =>
            application.DecideReferral(
                TaskOf(application),
                n % 2 == 0,
                "Seen.",
                n % 3 == 0 ? [new("Report in May.", At(application).AddDays(30))] : [],
                n % 5 == 0 ? People.Evaluator : People.Adviser,
                At(application)
            )
        ),
        new("publish", 4, (application, n) => application.Publish(new(n, ReportingCode.Parse("5056"), At(application)), At(application))),
        new("change the entry", 4, (application, n) =>
            application.ChangeEntryStatus(
                application.Registration?.Number ?? 1,
                null,
                (RegisterStatus)(n % 4),
                "As reviewed.",
                null,
                null,
                People.Registrar,
                At(application)
            )
        ),
        new("withdraw", 1, (application, _) => application.Withdraw("No staff.", People.Provider, At(application))),
        new("lapse", 1, (application, _) => application.Lapse(At(application))),
        new("remind", 1, (application, _) => application.Remind(At(application), "Due soon", "evaluator-1", At(application))),
    ];

    /// <summary>Every step takes two hours.</summary>
    private static DateTimeOffset At(Application application) => Moments.Monday.AddHours(2 * application.Revision);

    private static DateOnly Soon(Application application, int n) => WorkingDays.DayOf(At(application)).AddDays(n % 4);

    private static TaskId TaskOf(Application application) => TaskId.Create(application.Id, Math.Max(1, application.Tasks.Count));

    private static int NextCriterion(Application application) =>
        Enumerable
            .Range(1, 7)
            .FirstOrDefault(number => application.Tasks is not [.., var latest] || latest.Findings.All(f => f.Criterion != number), 1);

    /// <summary>Usually the latest task's assignee, sometimes somebody else.</summary>
    private static Actor Holder(Application application, int n) =>
        Evaluators
            .Append(People.Registrar)
            .FirstOrDefault(
                evaluator => n % 11 != 0 && application.Tasks is [.., { Assignee: var holder }] && evaluator.Id == holder,
                Evaluators[n % 2]
            );
}
