namespace MicroCred.App.Storage;

/// <summary>Everybody's open tasks at a moment.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Now">The moment, in UTC.</param>
internal sealed record OpenWork(IReadOnlyList<Backlog.TaskLine> Tasks, DateTimeOffset Now)
{
    private const int Task = 10;
    private const int MostForAge = 10;

    /// <summary>How many a person has.</summary>
    public int CountOf(string person) => Tasks.Count(task => task.Assignee == person);

    /// <summary>
    /// How much a person's open tasks weigh: ten each, twice that where it is urgent, and one for each day that they have had it, up to ten.
    /// </summary>
    public int WeightOf(string person) =>
        Tasks
            .Where(task => task.Assignee == person)
            .Sum(task => (task.Urgent ? 2 * Task : Task) + Math.Clamp((Now - task.Since).Days, 0, MostForAge));
}
