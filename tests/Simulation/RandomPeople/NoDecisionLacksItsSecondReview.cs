namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// A decline, and an approval at level 7 or above, counts only with a second evaluator's own seven findings; where the two disagree, only by
/// a registrar who took no part. A reconsideration is decided by a registrar who took no part, either.
/// </summary>
internal sealed class NoDecisionLacksItsSecondReview : Invariant
{
    private const int FromLevel = 7;
    private const int Criteria = 7;

    public override void Changed(Application? before, Change change)
    {
        var application = change.Application;
        if (before?.Status is ApplicationStatus.InReview && application.Status is ApplicationStatus.Approved or ApplicationStatus.Declined)
        {
            Judge(application, before);
        }

        if (before?.Status is ApplicationStatus.Reconsidering && application.Status is not ApplicationStatus.Reconsidering)
        {
            var by = DecidedIn(application, TaskKind.Reconsideration)?.Decision!.By.Id;
            if (by is null || application.Tasks.Any(task => task.Kind < TaskKind.Reconsideration && Decider(task) == by && IsNzqas(task)))
            {
                Broken(application.Id, $"Reconsidered by {by ?? "nobody"}, who decided it before.");
            }
        }
    }

    private void Judge(Application application, Application before)
    {
        var first = DecidedIn(application, TaskKind.Evaluation);
        var second = DecidedIn(application, TaskKind.SecondReview);
        var resolved = DecidedIn(application, TaskKind.Resolution);
        if (first is null || Missing(first.Findings) > 0)
        {
            Broken(application.Id, "Decided without the findings of an evaluation.");
        }
        else if (second is null)
        {
            if (application.Status == ApplicationStatus.Declined || before.Content.MicroCredential!.Level >= FromLevel)
            {
                Broken(application.Id, $"{application.Status} at level {before.Content.MicroCredential!.Level} by one evaluator.");
            }
        }
        else if (
            Decider(second) == Decider(first)
            || Missing([.. second.Findings.Where(finding => finding.By == second.Decision!.By.Id)]) > 0
        )
        {
            Broken(application.Id, "Its second review isn't another evaluator's own.");
        }
        else if (second.Decision!.Outcome != first.Decision!.Outcome)
        {
            if (resolved is null || Decider(resolved) == Decider(first) || Decider(resolved) == Decider(second))
            {
                Broken(application.Id, "The two evaluators disagree, and no third person resolved it.");
            }
        }
    }

    private static int Missing(IReadOnlyList<CriterionFinding> findings) =>
        Enumerable.Range(1, Criteria).Count(number => findings.All(finding => finding.Criterion != number));

    /// <summary>The latest: one that was returned during evaluation is evaluated again.</summary>
    private static EvaluationTask? DecidedIn(Application application, TaskKind kind)
    {
        var last = application.Tasks.LastOrDefault(task => task.Kind == TaskKind.Evaluation);
        return application.Tasks.SkipWhile(task => task != last).LastOrDefault(task => task.Kind == kind && task.Decision is not null);
    }

    private static string? Decider(EvaluationTask task) => task.Decision?.By.Id;

    private static bool IsNzqas(EvaluationTask task) => task.Kind is TaskKind.Evaluation or TaskKind.SecondReview or TaskKind.Resolution;
}
