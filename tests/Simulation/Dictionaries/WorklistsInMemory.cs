using System.Runtime.CompilerServices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Lists in dictionaries, by the same keys as in tables: a line shows what was shown last, whatever the truth.</summary>
internal sealed class WorklistsInMemory : IWorklists
{
    private readonly Dictionary<string, object> _lines = [];
    private readonly SortedDictionary<string, Backlog.TaskLine> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<ProviderNumber, SortedDictionary<string, (ApplicationSummary Line, string? Listing)>> _underway = [];
    private readonly SortedDictionary<string, OutboxEntry> _outbox = new(StringComparer.Ordinal);

    /// <summary>Every line, by its key.</summary>
    public IReadOnlyDictionary<string, object> Lines => _lines;

    public Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        var right = KeysOf(after).ToDictionary();
        foreach (var (key, _) in (before is null ? [] : KeysOf(before)).Where(line => !right.ContainsKey(line.Key)))
        {
            Remove(key, after);
        }

        foreach (var (key, task) in right)
        {
            Write(key, after, task);
        }

        return Task.CompletedTask;
    }

    public async Task CorrectAsync(Application application, CancellationToken cancellationToken)
    {
        var right = KeysOf(application).Select(line => line.Key).ToHashSet();
        var possible = Enum.GetValues<ApplicationStatus>()
            .SelectMany(status => new[] { WorklistRows.ByStatus(status, application.Id), WorklistRows.Closed(status, application.Id) })
            .Concat(
                application.Tasks.SelectMany(task =>
                    task.FormerAssignees.Append(task.Assignee).Append(null).Distinct().Select(had => WorklistRows.Task(had, task.Id))
                )
            );
        foreach (var key in possible.Where(key => !right.Contains(key)))
        {
            Remove(key, application);
        }

        await ShowAsync(null, application, cancellationToken);
    }

    public Task ForgetAsync(Application draft, CancellationToken cancellationToken)
    {
        foreach (var (key, _) in KeysOf(draft))
        {
            Remove(key, draft);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Backlog.TaskLine>> OpenTasksAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Backlog.TaskLine>>([.. _open.Values]);

    public Task<IReadOnlyList<ApplicationSummary>> UnderwayAsAsync(Application application, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ApplicationSummary>>(
            ListingKey.OfUnderway(application) is { } key && _underway.TryGetValue(application.Provider.Number, out var lines)
                ? [.. lines.Values.Where(other => other.Listing == key && other.Line.Id != application.Id).Select(other => other.Line)]
                : []
        );

    public Task AddToOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        _outbox.Add(WorklistRows.OutboxEntry(entry.Application, entry.Id), entry);
        return Task.CompletedTask;
    }

    public Task RemoveFromOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        _outbox.Remove(WorklistRows.OutboxEntry(entry.Application, entry.Id));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<OutboxEntry> OutboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in _outbox.Values.ToList())
        {
            await Task.CompletedTask;
            yield return entry;
        }
    }

    private static IEnumerable<KeyValuePair<string, EvaluationTask?>> KeysOf(Application application)
    {
        foreach (var task in application.Tasks)
        {
            yield return new(
                task.IsOpen ? WorklistRows.Task(task.Assignee, task.Id) : WorklistRows.Done(task.Assignee ?? WorklistRows.Nobody, task.Id),
                task
            );
        }

        yield return new(WorklistRows.Provider(application.Provider.Number, application.Id), null);
        yield return new(
            IsUnderway(application)
                ? WorklistRows.ByStatus(application.Status, application.Id)
                : WorklistRows.Closed(application.Status, application.Id),
            null
        );
    }

    private static bool IsUnderway(Application application) =>
        application.Status
            is not (ApplicationStatus.Declined or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed or ApplicationStatus.Published);

    private void Write(string key, Application application, EvaluationTask? task)
    {
        _lines[key] = task is null ? ApplicationSummary.Of(application) : TaskSummary.Of(application, task);
        if (task is { IsOpen: true })
        {
            _open[key] = new(
                task.Id,
                task.Assignee ?? WorklistRows.Nobody,
                task.Kind,
                task.Due,
                application.Provider.Number,
                task.Urgent,
                task.AssignedAt
            );
        }
        else if (task is null)
        {
            Underway(application).Remove($"{application.Id}");
            if (IsUnderway(application))
            {
                Underway(application)[$"{application.Id}"] = (ApplicationSummary.Of(application), ListingKey.OfUnderway(application));
            }
        }
    }

    private void Remove(string key, Application application)
    {
        _lines.Remove(key);
        _open.Remove(key);
        if (key == WorklistRows.Provider(application.Provider.Number, application.Id))
        {
            Underway(application).Remove($"{application.Id}");
        }
    }

    private SortedDictionary<string, (ApplicationSummary Line, string? Listing)> Underway(Application application)
    {
        if (!_underway.TryGetValue(application.Provider.Number, out var lines))
        {
            _underway[application.Provider.Number] = lines = new(StringComparer.Ordinal);
        }

        return lines;
    }
}
