using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>An application while its case is played, with the queries that all roles share.</summary>
internal sealed class ApplicationInPlay(string id, Api provider, Patience patience, CancellationToken cancellationToken)
{
    public string Id => id;

    public Api Provider => provider;

    public CancellationToken Stop => cancellationToken;

    /// <summary>Waits until the application has one of the statuses.</summary>
    public Task<ApplicationView> UntilStatusAsync(params string[] statuses) =>
        patience.UntilAsync(
            async () => await ReadAsync() is var application && statuses.Contains(application.Status) ? application : null,
            () => ExplainAsync($"{string.Join(" or ", statuses)} didn't come"),
            cancellationToken
        );

    /// <summary>Waits for an open task of a kind, as the registrar, who sees all tasks.</summary>
    public Task<TaskView> UntilTaskAsync(string kind) =>
        patience.UntilAsync(() => OpenTaskAsync(kind), () => ExplainAsync($"no open {kind} task came"), cancellationToken);

    /// <summary>The open task of a kind, as the registrar sees it; null where there is none.</summary>
    public Task<TaskView?> OpenTaskAsync(string kind) =>
        provider
            .As("registrar")
            .ListAsync<TaskView>($"api/tasks?application={id}", cancellationToken)
            .FirstOrDefaultAsync(task => task.Kind == kind && task.Status == "Open", cancellationToken)
            .AsTask();

    private Task<ApplicationView> ReadAsync() => provider.GetAsync<ApplicationView>($"api/applications/{id}", cancellationToken);

    private async Task<string> ExplainAsync(string what)
    {
        var timeline = await provider.GetAsync<TimelineView>($"api/applications/{id}/timeline", cancellationToken);
        var waiting = timeline.WaitingFor is { } waitingFor ? $"waits for {waitingFor.Who}: {waitingFor.What}" : "waits for nobody";
        return $"{what}; application {id} is {(await ReadAsync()).Status} and {waiting}";
    }
}
