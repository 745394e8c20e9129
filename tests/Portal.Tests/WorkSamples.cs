using MicroCred.Approval;
using MicroCred.Approval.Tests;

namespace MicroCred.Portal.Tests;

/// <summary>The pages of those who work for NZQA and TEC, in every state that changes their make-up.</summary>
internal static class WorkSamples
{
    private static readonly Frame Evaluator = new(new Viewer("Evaluator One", "NZQA", [("/tasks", "Tasks")]), "/tasks", "token");

    private static readonly AnApplication Urgent = AnApplication.WithoutFault.Urgent().AskingForFunding();

    private static IReadOnlyList<TaskLine> Lines { get; } =
    [
        LineOf(1, TaskPart.Own, isOverdue: true),
        LineOf(2, TaskPart.Own, isOverdue: false),
        LineOf(3, TaskPart.Others, isOverdue: false) with
        {
            Assignee = null,
            Title = null,
        },
        LineOf(4, TaskPart.Done, isOverdue: false),
    ];

    private static OversightModel Oversight { get; } =
        new(
            [new(AnApplication.Id, "A step failed, and isn’t tried again by itself.", "Restart it.", Moments.Monday)],
            LooksAtAll: false,
            [LineOf(1, TaskPart.Others, isOverdue: true)],
            [LineOf(2, TaskPart.Others, isOverdue: false) with { Assignee = null }],
            [("Evaluator One", 3), ("Funding Adviser", 0)],
            [(Stage.Evaluation, DayFigures.Of([1, 4, 20])), (Stage.Funding, DayFigures.Of([2]))],
            [(Stage.Evaluation, DayFigures.Of([3, 14])), (Stage.Information, DayFigures.Of([9]))],
            DayFigures.Of([5, 12, 30]),
            DayFigures.Of([5]),
            [(new(2026, 1, 1), DayFigures.Of([])), (new(2026, 2, 1), DayFigures.Of([5, 12, 30]))]
        );

    private static RecordModel Record { get; } =
        new(
            Urgent.InReview(),
            [
                (1, Moments.Monday, "MITO", "Drafted", "MITO began an application."),
                (2, Moments.Monday, "System", "Validated", "No errors."),
            ],
            Holds: true,
            Fault: null
        );

    private static readonly EvaluatorProfile Known = new(
        ["03", "09"],
        new(Level.Create(3), Level.Create(6)),
        [ProviderNumber.Parse("9003")],
        Capacity: 5,
        [new(new(2027, 3, 1), new(2027, 3, 5), "evaluator-2")]
    );

    private static ImportModel Import { get; } =
        new(
            Form.Empty,
            [new("number", IsRequired: false, "The number on the register."), new("title", IsRequired: true, "Up to 200 characters.")]
        );

    private static Form Trial { get; } = Form.Of((TrialModel.EditionField, "{ \"id\": \"2027\" }"));

    private static EvaluatorListModel Evaluators { get; } =
        new([
            new("evaluator-1", "Evaluator One", Known, Open: 3, IsAway: true),
            new("evaluator-2", "Evaluator Two", EvaluatorProfile.Of([]), Open: 0, IsAway: false),
        ]);

    private static EvaluatorModel Profile { get; } =
        new(
            EvaluatorModel.FormOf(Known, "\"tag\""),
            "Evaluator One",
            IsWhole: true,
            IsOwn: false,
            [("evaluator-2", "Evaluator Two")],
            "/evaluators"
        );

    public static Dictionary<string, Func<Task<string>>> All { get; } =
        new()
        {
            ["tasks"] = () => RenderAsync(new TaskListModel("Tasks", "/tasks", Lines, Next: "u50", Oversees: false)),
            ["tasks of a registrar"] = () => RenderAsync(new TaskListModel("Tasks", "/tasks", Lines, Next: null, Oversees: true)),
            ["tasks, none"] = () => RenderAsync(new TaskListModel("Tasks", "/tasks", [], Next: null, Oversees: false)),
            ["task"] = () => RenderAsync(Of(Urgent.InReview(), isOwn: true)),
            ["task, waiting for an answer"] = () => RenderAsync(Of(Urgent.WaitingForInformation(), isOwn: true)),
            ["task of somebody else"] = () => RenderAsync(Of(Urgent.Evaluated(), isOwn: false)),
            ["task, done"] = () => RenderAsync(Of(Urgent.Approved(), isOwn: true)),
            ["task, a referral"] = () => RenderAsync(Of(Referred(), isOwn: true)),
            ["decide"] = () => RenderAsync(Deciding(Urgent.Evaluated())),
            ["decide, to confirm"] = () =>
                RenderAsync(ToConfirm(Urgent.Evaluated(), "ApproveWithConditions", Condition.By(new(2026, 5, 29), "Report in May."))),
            ["task, a condition"] = () => RenderAsync(Of(WithCondition, isOwn: true)),
            ["decide a condition"] = () => RenderAsync(Deciding(WithCondition)),
            ["decide a condition, to confirm"] = () =>
                RenderAsync(
                    ToConfirm(WithCondition, "Extend") with
                    {
                        Form = Form.Of(("outcome", "Extend"), ("reasons", "They need a month."), ("due", "2026-06-30")),
                    }
                ),
            ["letters"] = () => RenderAsync(new LetterListModel(Urgent.Declined(), [(1, "The decision", Moments.Monday)])),
            ["letters, none"] = () => RenderAsync(new LetterListModel(Urgent.InReview(), [])),
            ["letter"] = () =>
                Samples.Pages.LetterAsync(
                    new(
                        "Your application was declined",
                        "MITO",
                        Moments.Monday,
                        "Workshop foundations",
                        [
                            "These are the reasons.",
                            new LetterPart.Quotation("Nobody asked for it."),
                            new LetterPart.Heading("1. Need: not met"),
                            new LetterPart.Items(["One.", "Two."]),
                            new LetterPart.Link("Ask for a reconsideration", "/applications/1/reconsider"),
                        ],
                        "https://microcred.example"
                    )
                ),
            ["decide a referral"] = () => RenderAsync(Deciding(Referred())),
            ["decide a referral, to confirm"] = () => RenderAsync(ToConfirm(Referred(), "Ineligible")),
            ["oversight"] = () => RenderAsync(Oversight),
            ["oversight, nothing to see to"] = () =>
                RenderAsync(
                    Oversight with
                    {
                        Stuck = [],
                        LooksAtAll = true,
                        Late = [],
                        Unassigned = [],
                        Stages = [],
                        PastStages = [],
                        Decisions = DayFigures.Of([]),
                    }
                ),
            ["import"] = () => RenderAsync(Import),
            ["import, of one entry"] = () => RenderAsync(Import with { Added = 1 }),
            ["import, of many entries"] = () => RenderAsync(Import with { Added = 2490 }),
            ["import, of what is there already"] = () => RenderAsync(Import with { Added = 0 }),
            ["import, with faults"] = () =>
                RenderAsync(
                    Import with
                    {
                        Form = Form.Empty.WithError("The file has these faults. Nothing was imported.").At(ImportModel.FileField),
                        Faults = [(1, "colour", "There is no such column."), (3, "credits", "It isn’t a number.")],
                    }
                ),
            ["rules trial"] = () => RenderAsync(new TrialModel(Trial, Outcome: null)),
            ["rules trial, with rules that would be broken"] = () =>
                RenderAsync(
                    new TrialModel(Trial, new("2027", 40, [(ValidationRules.All[6], [.. Enumerable.Repeat(AnApplication.Id, 21)])]))
                ),
            ["rules trial, with nothing broken"] = () => RenderAsync(new TrialModel(Trial, new("2027", 1, []))),
            ["rules trial, of no edition"] = () =>
                RenderAsync(new TrialModel(Trial.WithError("This isn’t JSON.").At(TrialModel.EditionField), Outcome: null)),
            ["notifications"] = () =>
                RenderAsync(
                    new NotificationsModel(
                        Form.Of(("email", "ani@example.nz"), ("kinds.Assigned", "Daily"), ("kinds.Answered", "AtOnce")),
                        [("Assigned", "A task came to you"), ("Answered", "A question was answered")]
                    )
                ),
            ["notifications, none"] = () => RenderAsync(new NotificationsModel(Form.Empty, [])),
            ["evaluators"] = () => RenderAsync(Evaluators),
            ["evaluator, by a registrar"] = () => RenderAsync(Profile),
            ["evaluator, by themselves"] = () =>
                RenderAsync(
                    Profile with
                    {
                        IsWhole = false,
                        IsOwn = true,
                        Form = Profile.Form.WithErrors([new("EVAL01", Severity.Error, "absences[0].delegate", "No.", "Choose another.")]),
                    }
                ),
            ["task, a change"] = () =>
                RenderAsync(
                    Of(Changing, isOwn: true) with
                    {
                        Changes = ChangedAnswer.Between(VersionContent.Of(AnApplication.WithoutFault.Draft()), VersionContent.Of(Changing)),
                    }
                ),
            ["task, a review of an entry"] = () => RenderAsync(Of(Reported, isOwn: true)),
            ["decide, a review of an entry"] = () => RenderAsync(Deciding(Reported)),
            ["decide, a review of an entry, to confirm"] = () => RenderAsync(ToConfirm(Reported, "Continue")),
            ["record"] = () => RenderAsync(Record),
            ["record, broken"] = () => RenderAsync(Record with { Holds = false, Fault = "It breaks at number 2: its hash doesn’t fit." }),
        };

    private static Task<string> RenderAsync(PageModel page) => Samples.Pages.RenderAsync(page, Evaluator);

    private static TaskLine LineOf(int number, TaskPart part, bool isOverdue) =>
        new(
            TaskId.Create(AnApplication.Id, number),
            part,
            TaskKind.Evaluation,
            "Workshop foundations",
            Moments.Monday,
            IsUrgent: true,
            isOverdue,
            "Evaluator One",
            "/tasks/1"
        );

    private static TaskModel Of(Application application, bool isOwn) =>
        new(
            application,
            application.Tasks[^1],
            "Evaluator One",
            IsOverdue: false,
            isOwn,
            Oversees: !isOwn,
            [
                .. EvaluationCriteria.All.Select(criterion =>
                    (criterion, Form.Of(("comment", "")) with { Name = TaskModel.FormOf(criterion.Number), Revision = 1 })
                ),
            ],
            Form.Empty with
            {
                Name = "question",
            },
            "/tasks"
        )
        {
            Similar = isOwn ? Samples.Similar : [],
        };

    private static DecideModel Deciding(Application application) =>
        new(application, application.Tasks[^1], Form.Empty, Conditions: [], IsToConfirm: false);

    private static DecideModel ToConfirm(Application application, string outcome, params IReadOnlyList<Condition> conditions) =>
        Deciding(application) with
        {
            Form = Form.Of(("outcome", outcome), ("reasons", "As the findings say."), ("conditions[0].text", "Report in May.")),
            Conditions = conditions,
            IsToConfirm = true,
        };

    private static Application Changing =>
        AnApplication
            .WithoutFault.With(content => content with { Title = "Workshops", Credits = 21 })
            .WithAll(content => content with { Type = ApplicationType.Change, RegisterNumber = 1 })
            .InReview();

    private static Application Reported =>
        AnApplication
            .WithoutFault.Published()
            .ReportReview(
                new(true, "Forty workshops hire them.", 120, 101, "Most work in one."),
                new DateOnly(2027, 3, 2),
                years: 1,
                People.Registrar.Id,
                new(),
                People.Provider,
                Moments.Monday
            )
            .Application();

    private static Application WithCondition => Urgent.Evaluated().Decided(DecisionOutcome.ApproveWithConditions);

    private static Application Referred() =>
        Urgent
            .Approved()
            .AssessFunding(
                new(
                    FundingOutcome.Referred,
                    Fund.Dq3To7,
                    0.1667m,
                    [new("FUND05", FundingTestOutcome.Referred, "They aren't stated.")],
                    null,
                    null
                ),
                People.Adviser.Id,
                new(),
                Moments.Monday
            )
            .Application();
}
