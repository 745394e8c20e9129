using MicroCred.App.Evaluation;
using MicroCred.App.Publication;
using MicroCred.App.Submission;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// What people do next on an application: mostly what it waits for, in parts; now and then they change their minds, give it away, declare an
/// interest, withdraw, or try what isn't theirs to do.
/// </summary>
internal sealed partial class Deeds(RandomWorld world, Random random)
{
    /// <summary>Does one thing, or nothing, as the people's nature is.</summary>
    public Task NextAsync(Application application) =>
        random.Next(400) == 0 ? InfectAsync(application)
        : application.Tasks.Where(task => task.IsOpen).ToList() is { Count: > 0 } open && random.Next(4) > 0
            ? OnTaskAsync(application, open[random.Next(open.Count)])
        : application.Stage switch
        {
            Stage.Correction => CorrectAsync(application),
            Stage.Information => AnswerAsync(application),
            Stage.Ended when application.Status == ApplicationStatus.Declined => ReconsiderAsync(application),
            Stage.Ended when application.Status == ApplicationStatus.Published => ChangeEntryAsync(application),
            _ when random.Next(20) == 0 => WithdrawAsync(application),
            _ => Task.CompletedTask,
        };

    /// <summary>Whether anybody may still do something on an application.</summary>
    public static bool HasMore(Application application, DateTimeOffset now) =>
        !application.IsClosed
        || application.Tasks.Any(task => task.IsOpen)
        || (application is { Status: ApplicationStatus.Declined, Reconsideration: null } && now < application.Decision!.At.AddDays(32));

    private async Task OnTaskAsync(Application application, EvaluationTask task)
    {
        if (task.Assignee is not { } assignee)
        {
            await AssignAsync(application, task);
            return;
        }

        if (world.IsAway(assignee))
        {
            return;
        }

        switch (random.Next(100))
        {
            case < 2:
                await ConflictAsync(application, task, assignee);
                break;
            case < 5:
                await world.DoAsync(new ReleaseTask(task.Id, new("I have no time.")), assignee);
                break;
            case < 7:
                await AssignAsync(application, task);
                break;
            case < 9 when task.Kind != TaskKind.ConditionFollowUp:
                await world.DoAsync(
                    new ExtendTask(task.Id, new(world.Today.AddDays(random.Next(1, 40)), "It takes longer.")),
                    Registrar(application)
                );
                break;
            case < 11:
                await world.TryAsync(new Decide(task.Id, new(TaskOutcome.Approve, "I know it.")), OtherThan(task));
                break;
            case < 13 when task.Kind is TaskKind.Evaluation:
                await world.DoAsync(new WriteNote(task.Id, new("Ask the industry.")), assignee);
                break;
            default:
                await WorkAsync(application, task, assignee);
                break;
        }
    }

    private Task WorkAsync(Application application, EvaluationTask task, string assignee) =>
        task.Kind switch
        {
            TaskKind.Evaluation or TaskKind.SecondReview => EvaluateAsync(application, task, assignee),
            TaskKind.Resolution => DecideAsync(application, task, assignee, OneOf(TaskOutcome.Approve, Conditional, TaskOutcome.Decline)),
            TaskKind.Reconsideration => DecideAsync(
                application,
                task,
                assignee,
                OneOf(TaskOutcome.Uphold, TaskOutcome.Approve, Conditional)
            ),
            TaskKind.FundingReferral => DecideAsync(application, task, assignee, OneOf(TaskOutcome.Eligible, TaskOutcome.Ineligible)),
            _ => FollowUpAsync(task, assignee),
        };

    private const TaskOutcome Conditional = TaskOutcome.ApproveWithConditions;

    private async Task EvaluateAsync(Application application, EvaluationTask task, string assignee)
    {
        var own = task.Findings.Where(finding => finding.By == assignee).Select(finding => finding.Criterion).ToHashSet();
        var missing = EvaluationCriteria
            .All.Select(criterion => criterion.Number)
            .Where(number =>
                task.Kind == TaskKind.SecondReview ? !own.Contains(number) : task.Findings.All(finding => finding.Criterion != number)
            )
            .ToList();
        if (missing.Count > 0)
        {
            // One in five stops before the end, and goes on another day.
            foreach (var criterion in missing.Take(random.Next(5) == 0 ? random.Next(1, 7) : 7))
            {
                await FindAsync(task, criterion, assignee);
            }
        }
        else if (random.Next(12) == 0)
        {
            await FindAsync(task, random.Next(1, 8), assignee);
        }
        else if (application.Stage == Stage.Information)
        {
            await world.TryAsync(new Decide(task.Id, new(TaskOutcome.Approve, "I can't wait.")), assignee);
        }
        else if (random.Next(5) == 0 && application.InformationRequests.Count < 3)
        {
            await world.DoAsync(new RequestInformation(task.Id, new("How is it moderated?", [6], ["/microCredential/purpose"])), assignee);
        }
        else
        {
            await DecideAsync(application, task, assignee, OutcomeOf(task, own));
        }
    }

    private TaskOutcome OutcomeOf(EvaluationTask task, HashSet<int> own)
    {
        var findings = task.Findings.Where(finding => task.Kind == TaskKind.Evaluation || own.Contains(finding.Criterion)).ToList();
        return findings.Any(finding => finding.Result == CriterionResult.NotMet) || random.Next(10) == 0 ? TaskOutcome.Decline
            : findings.Any(finding => finding.Result == CriterionResult.MetWithCondition) ? Conditional
            : TaskOutcome.Approve;
    }

    private Task FindAsync(EvaluationTask task, int criterion, string assignee)
    {
        var result = random.Next(100) switch
        {
            < 4 => CriterionResult.NotMet,
            < 9 => CriterionResult.MetWithCondition,
            _ => CriterionResult.Met,
        };
        return world.DoAsync(new RecordFinding(task.Id, criterion, new(result, "Read and considered.")), assignee);
    }

    private async Task DecideAsync(Application application, EvaluationTask task, string assignee, TaskOutcome outcome)
    {
        IReadOnlyList<Decide.StatedCondition>? conditions =
            outcome == Conditional
                ? [.. Enumerable.Range(1, random.Next(1, 3)).Select(n => new Decide.StatedCondition($"Do {n}.", Later()))]
                : null;
        Decide decide = new(task.Id, new(outcome, "As the findings say.", conditions));
        if (random.Next(60) == 0 && application.MayBeWithdrawn)
        {
            // In the same second, each having read what was before the other.
            await world.AtOnceAsync(
                (decide, assignee),
                (new WithdrawApplication(application.Id, new("We changed our plans.")), world.People.Of(application.Provider)),
                swapped: random.Next(2) == 0
            );
        }
        else
        {
            await world.DoAsync(decide, assignee);
        }
    }

    private Task FollowUpAsync(EvaluationTask task, string assignee) =>
        random.Next(3) switch
        {
            0 => world.DoAsync(new Decide(task.Id, new(TaskOutcome.Extend, "They are nearly there.", Due: Later())), assignee),
            1 => world.DoAsync(new Decide(task.Id, new(TaskOutcome.NotMet, "It wasn't done.")), assignee),
            _ => world.DoAsync(new Decide(task.Id, new(TaskOutcome.Met, "Seen.")), assignee),
        };

    /// <summary>Not so often that nobody is left.</summary>
    private async Task ConflictAsync(Application application, EvaluationTask task, string assignee)
    {
        if (application.Conflicted.Count == 0 && world.MayDeclare(assignee, application.Provider.Number))
        {
            await world.DoAsync(new DeclareConflict(task.Id, new("My sister works there.")), assignee);
        }
    }

    /// <summary>A registrar gives the task to somebody, whom it may turn out not to be for.</summary>
    private async Task AssignAsync(Application application, EvaluationTask task)
    {
        var to = world.AnyOf(task.Kind);
        await world.TryOrDoAsync(new ReassignTask(task.Id, new(to, "They have time.")), Registrar(application));
    }

    private async Task CorrectAsync(Application application)
    {
        var provider = world.People.Of(application.Provider);
        switch (random.Next(10))
        {
            case 0:
                await WithdrawAsync(application);
                break;
            case < 3:
                // Not this time.
                break;
            case 3:
                await world.DoAsync(new SubmitApplication(application.Id), provider);
                break;
            default:
                foreach (var document in application.Documents.Where(document => document.Status == DocumentStatus.Rejected))
                {
                    await world.DoAsync(new DeleteDocument(application.Id, document.Id), provider);
                    await world.DoAsync(
                        new AddDocument(application.Id, await world.App.UploadAsync(document.Kind, world.Name())),
                        provider
                    );
                }

                await world.DoAsync(new ReplaceApplication(application.Id, RandomApplications.Corrected(application.Content)), provider);
                await world.DoAsync(new SubmitApplication(application.Id), provider);
                break;
        }
    }

    private async Task AnswerAsync(Application application)
    {
        var (request, provider) = (application.InformationRequests[^1], world.People.Of(application.Provider));
        var isLate = world.Now > request.Due;
        switch (random.Next(20))
        {
            case 0:
                await WithdrawAsync(application);
                break;
            case < 3:
                await world.DoAsync(new ReplaceApplication(application.Id, WithPurpose(application.Content)), provider);
                break;
            case 3:
                await world.TryAsync(
                    new ReplaceApplication(
                        application.Id,
                        application.Content with
                        {
                            MicroCredential = application.Content.MicroCredential! with { Title = "Another" },
                        }
                    ),
                    provider
                );
                break;
            case 4:
                await world.DoAsync(
                    new ExtendInformationRequest(
                        application.Id,
                        request.Number,
                        new(world.Today.AddDays(random.Next(1, 30)), "They asked.")
                    ),
                    Registrar(application)
                );
                break;
            case 5 when !isLate:
                await world.TryAsync(new LapseInformationRequest(application.Id, request.Number, new("Too slow.")), Registrar(application));
                break;
            case < 9 when isLate:
                await world.DoAsync(
                    new LapseInformationRequest(application.Id, request.Number, new("No answer came.")),
                    Registrar(application)
                );
                break;
            case < 12:
                // Nobody answers yet.
                break;
            default:
                await world.DoAsync(new AnswerInformationRequest(application.Id, request.Number, new("One in ten is.")), provider);
                break;
        }
    }

    /// <summary>A scan finds malware, long after the document was accepted.</summary>
    private async Task InfectAsync(Application application)
    {
        if (application.Documents.FirstOrDefault(document => document.Status == DocumentStatus.Accepted) is { } document)
        {
            await world.DoAsync(
                new RejectInfectedDocuments(new(application.Id, document.Sha256), new MalwareScan("scan", "etag")),
                RandomWorld.System
            );
        }
    }

    private async Task ReconsiderAsync(Application application)
    {
        RequestReconsideration ask = new(application.Id, new("The second document has the plan."));
        var provider = world.People.Of(application.Provider);
        var isOver = world.Now > OwnCalendar.EndOf(OwnCalendar.DayOf(application.Decision!.At).AddDays(30));
        if (application.Reconsideration is not null || isOver)
        {
            await world.TryAsync(ask, provider);
        }
        else if (random.Next(4) == 0)
        {
            await world.DoAsync(ask, provider);
        }
    }

    private Task ChangeEntryAsync(Application application) =>
        random.Next(10) == 0
            ? world.DoAsync(
                new ChangeEntryStatus(
                    application.Id,
                    application.Registration!.Number,
                    application.Registration.Code,
                    new(OneOf(RegisterStatus.Current, RegisterStatus.Expiring, RegisterStatus.Discontinued), "Nobody enrols.")
                ),
                Registrar(application)
            )
            : Task.CompletedTask;

    private Task WithdrawAsync(Application application) =>
        application.MayBeWithdrawn
            ? world.DoAsync(new WithdrawApplication(application.Id, new("We changed our plans.")), world.People.Of(application.Provider))
            : world.TryAsync(new WithdrawApplication(application.Id, new("We changed our plans.")), world.People.Of(application.Provider));

    private ApplicationContent WithPurpose(ApplicationContent content) =>
        content with
        {
            MicroCredential = content.MicroCredential! with { Purpose = $"Prepares learners for work, part {random.Next(9)}." },
        };

    private DateOnly Later() => world.Today.AddDays(random.Next(1, 90));

    private T OneOf<T>(params IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private string Registrar(Application application) =>
        OneOf([.. world.People.Registrars.Select(person => person.Id).Where(id => !application.Bars(id))]);

    private string OtherThan(EvaluationTask task) =>
        world.AnyOf(task.Kind) is var other && other != task.Assignee ? other : world.People.Of(world.People.Providers[0]);
}
