namespace MicroCred.Approval;

/// <content>Requests for information. While one is open the evaluation's clock stands still.</content>
public sealed partial record Application
{
    /// <summary>Records an evaluator's question to the provider; the settings limit how many.</summary>
    public Outcome<Change> RequestInformation(
        TaskId taskId,
        string question,
        IReadOnlyList<int> criteria,
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

        if (!Text.IsGiven(question))
        {
            return Refusal.Invalid("Say what you need to know.");
        }

        if (!criteria.All(HasCriterion))
        {
            return Refusal.Invalid("A request names criteria by their numbers.");
        }

        return OwnOpenTask(taskId, by, TaskKind.Evaluation, TaskKind.SecondReview)
            .Then<Change>(_ =>
            {
                var due = WorkingDays.Deadline(at, settings.InformationRequestWorkingDays);
                var request = new InformationRequest(InformationRequests.Count + 1, question, criteria, at.ToUniversalTime(), due);
                return (
                    this with
                    {
                        Status = ApplicationStatus.InformationRequested,
                        InformationRequests = [.. InformationRequests, request],
                    }
                ).Because(by, at, new InformationRequested(request.Number, question));
            });
    }

    /// <summary>Records the provider's answer; the evaluation's deadline moves by the working days that the answer took.</summary>
    public Outcome<Change> Answer(int number, string answer, Actor by, DateTimeOffset at)
    {
        if (!Text.IsGiven(answer))
        {
            return Refusal.Invalid("An answer needs words.");
        }

        return OpenRequest(number)
            .Then<Change>(request =>
                Resume(request with { Answer = answer, AnsweredAt = at.ToUniversalTime() }, at)
                    .Because(by, at, new InformationGiven(number))
            );
    }

    /// <summary>Closes a request that the provider didn't answer in time; the evaluation goes on without the answer.</summary>
    public Outcome<Change> LapseInformationRequest(int number, DateTimeOffset at) =>
        OpenRequest(number)
            .Then<Change>(request =>
                Resume(request with { Lapsed = true }, at).Because(Actor.System, at, new InformationRequestLapsed(number))
            );

    private Outcome<InformationRequest> OpenRequest(int number) =>
        InformationRequests.FirstOrDefault(request => request.Number == number) switch
        {
            null => Refusal.NotFound($"There is no information request {number}."),
            { IsOpen: true } request when Stage == Stage.Information => request,
            _ => Refusal.WrongState($"Information request {number} is no longer open."),
        };

    private Application Resume(InformationRequest settled, DateTimeOffset at)
    {
        var stopped = WorkingDays.Between(WorkingDays.DayOf(settled.AskedAt), WorkingDays.DayOf(at));
        return this with
        {
            Status = ApplicationStatus.InReview,
            InformationRequests = [.. InformationRequests.Select(request => request.Number == settled.Number ? settled : request)],
            Tasks =
            [
                .. Tasks.Select(task =>
                    task.IsOpen || task.Kind == TaskKind.Evaluation ? task with { Due = WorkingDays.Deadline(task.Due, stopped) } : task
                ),
            ],
        };
    }
}
