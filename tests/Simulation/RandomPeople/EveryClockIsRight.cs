namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// Everything that is due is due at the end of the right working day by <see cref="OwnCalendar"/>; reminders come at their times, none is
/// missing, and a returned application lapses when its time is over.
/// </summary>
internal sealed class EveryClockIsRight : Invariant
{
    /// <summary>What an engine's faults may delay.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    private readonly Dictionary<ApplicationId, Clocks> _all = [];

    public override void Changed(Application? before, Change change)
    {
        var application = change.Application;
        if (!_all.TryGetValue(application.Id, out var clocks))
        {
            _all[application.Id] = clocks = new();
        }

        foreach (var happened in change.Events)
        {
            if (happened.What is Reminded)
            {
                Reminded(before!, clocks, happened.At);
            }

            clocks.Take(happened, application);
        }

        foreach (var task in application.Tasks.Where(task => task.IsOpen))
        {
            Due(application, task.Kind.ToString(), clocks.Tasks.GetValueOrDefault(task.Id), task.Due);
        }

        if (application.Stage == Stage.Information)
        {
            Due(application, "the answer", clocks.Answer, application.InformationRequests[^1].Due);
        }

        if (application.Stage == Stage.Correction)
        {
            Due(application, "the correction", clocks.Correction, application.LapsesAt);
        }
    }

    public override void AtRest(Application application, DateTimeOffset now)
    {
        if (!_all.TryGetValue(application.Id, out var clocks) || clocks.Running(application) is not { } span)
        {
            return;
        }

        if (application.WaitingFor?.Due != span.Due)
        {
            Broken(application.Id, $"It is waited for until {application.WaitingFor?.Due:O}, not {span.Due:O}.");
        }

        if (application.Stage == Stage.Correction && now > span.Due + Slack)
        {
            Broken(application.Id, $"It should have lapsed at {span.Due:O}.");
        }

        var missed = span.Reminders(now - Slack).LastOrDefault(point => point > span.Since);
        if (missed != default && clocks.Reminded < missed)
        {
            Broken(application.Id, $"Nobody was reminded at {missed:O} of {application.WaitingFor?.What}.");
        }
    }

    private void Due(Application application, string what, Span? right, DateTimeOffset? due)
    {
        if (right is null || right.Due != due)
        {
            Broken(application.Id, $"{what} is due at {due:O}, not {right?.Due:O}.");
        }
    }

    private void Reminded(Application before, Clocks clocks, DateTimeOffset at)
    {
        if (clocks.Running(before) is not { } span || !span.Reminders(at).Any(point => at - point < Slack && clocks.Reminded < point))
        {
            Broken(before.Id, $"Somebody was reminded at {at:O}, which isn't a time for it.");
        }
    }

    /// <summary>An application's clocks, by what happened.</summary>
    private sealed class Clocks
    {
        private const int DaysToDecide = 20;
        private const int DaysToReview = 5;
        private const int DaysToAnswer = 10;
        private const int DaysToCorrect = 60;
        private const int DaysToSettleFunding = 20;
        private const int UrgentDaysToDecide = 5;
        private const int UrgentDaysToReview = 2;

        private DateTimeOffset _askedAt;

        public Dictionary<TaskId, Span> Tasks { get; } = [];

        public Span? Answer { get; private set; }

        public Span? Correction { get; private set; }

        public DateTimeOffset Reminded { get; private set; }

        /// <summary>The one that runs; null while nobody is waited for.</summary>
        public Span? Running(Application application) =>
            application.Stage switch
            {
                Stage.Correction => Correction,
                Stage.Information => Answer,
                Stage.Evaluation or Stage.SecondReview or Stage.Resolution or Stage.Reconsideration => OfOpen(application, task =>
                    task.Kind is not (TaskKind.FundingReferral or TaskKind.ConditionFollowUp)
                ),
                Stage.Funding => OfOpen(application, task => task.Kind == TaskKind.FundingReferral),
                _ => null,
            };

        public void Take(UnsealedEvent happened, Application after)
        {
            var at = happened.At;
            var toDecide = after.IsUrgent ? UrgentDaysToDecide : DaysToDecide;
            switch (happened.What)
            {
                case Returned:
                    Correction = Span.Of(at, DaysToCorrect);
                    break;
                case Assigned { Task: var task }:
                    Tasks[task] = Span.Of(at, toDecide);
                    break;
                case DecisionRecorded { Task: var decided, Next: var next }:
                    var soonest = Span.Of(at, after.IsUrgent ? UrgentDaysToReview : DaysToReview);
                    Tasks[next] = Tasks[decided].Last > soonest.Last ? soonest with { Last = Tasks[decided].Last } : soonest;
                    break;
                case ReconsiderationRequested { Task: var task }:
                    Tasks[task] = Span.Of(at, toDecide);
                    break;
                case FundingReferred { Task: var task }:
                    Tasks[task] = Span.Of(at, DaysToSettleFunding);
                    break;
                case Approved { Decision.Conditions: { Count: > 0 } conditions }:
                    foreach (var (task, condition) in after.Tasks.Where(task => task.Kind == TaskKind.ConditionFollowUp).Zip(conditions))
                    {
                        Tasks[task.Id] = new(OwnCalendar.DayOf(at), OwnCalendar.DayOf(condition.Due), at);
                    }

                    break;
                case TaskExtended { Task: var task, Due: var due }:
                    Tasks[task] = new(OwnCalendar.DayOf(at), due, at);
                    break;
                case ReviewExtended { Task: var task, Due: var due }:
                    Tasks[task] = new(OwnCalendar.DayOf(at), due, at);
                    break;
                case ConditionExtended { Task: var task, Due: var due }:
                    Tasks[task] = new(OwnCalendar.DayOf(at), due, at);
                    break;
                case InformationRequested:
                    _askedAt = at;
                    Answer = Span.Of(at, DaysToAnswer);
                    break;
                case InformationRequestExtended { Due: var due }:
                    Answer = new(OwnCalendar.DayOf(at), due, at);
                    break;
                case InformationGiven or InformationRequestLapsed:
                    foreach (var task in after.Tasks.Where(task => task.IsOpen))
                    {
                        Tasks[task.Id] = Tasks[task.Id].StoodStill(_askedAt, at);
                    }

                    break;
                case MicroCred.Approval.Reminded:
                    Reminded = at;
                    break;
            }
        }

        private Span? OfOpen(Application application, Func<EvaluationTask, bool> which) =>
            application.Tasks.FirstOrDefault(task => task.IsOpen && which(task)) is { } open ? Tasks.GetValueOrDefault(open.Id) : null;
    }
}
