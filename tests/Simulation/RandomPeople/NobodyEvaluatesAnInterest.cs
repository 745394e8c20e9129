namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// Nobody is given, or does anything for NZQA or TEC on, an application of a provider that they declared an interest in, and nobody keeps
/// such a task.
/// </summary>
internal sealed class NobodyEvaluatesAnInterest : Invariant
{
    private readonly HashSet<(string Person, ProviderNumber Provider)> _declared = [];
    private readonly HashSet<(string Person, ApplicationId Application)> _here = [];

    /// <summary>Takes note of an interest that was declared, whoever else knows of it.</summary>
    public void Declared(string person, ProviderNumber provider) => _declared.Add((person, provider));

    public override void Changed(Application? before, Change change)
    {
        var after = change.Application;
        foreach (var happened in change.Events)
        {
            if (happened.Actor.Kind is not (ActorKind.Provider or ActorKind.System) && IsBarred(happened.Actor.Id, after))
            {
                Broken(after.Id, $"{happened.Actor.Id} has an interest in {after.Provider.Number}, and acted: {happened.What}.");
            }

            if (happened.What is ConflictDeclared or ReviewMoved { How: nameof(ConflictDeclared) })
            {
                _here.Add((happened.Actor.Id, after.Id));
                if (happened.Actor.Kind == ActorKind.Evaluator)
                {
                    Declared(happened.Actor.Id, after.Provider.Number);
                }
            }
        }

        foreach (var task in after.Tasks.Where(task => task.IsOpen && AssigneeOf(before, task.Id) != task.Assignee))
        {
            Held(after, task);
        }
    }

    public override void AfterMoves(Application application, DateTimeOffset now)
    {
        foreach (var task in application.Tasks.Where(task => task.IsOpen))
        {
            Held(application, task);
        }
    }

    private void Held(Application application, EvaluationTask task)
    {
        if (task.Assignee is { } assignee && IsBarred(assignee, application))
        {
            Broken(application.Id, $"{assignee} has an interest in {application.Provider.Number}, and task {task.Id.Ordinal}.");
        }
    }

    private bool IsBarred(string person, Application application) =>
        _declared.Contains((person, application.Provider.Number)) || _here.Contains((person, application.Id));

    private static string? AssigneeOf(Application? before, TaskId task) =>
        before?.Tasks.FirstOrDefault(known => known.Id == task)?.Assignee;
}
