using Microsoft.Extensions.Hosting;

namespace MicroCred.ProbeApp.Background;

/// <summary>Notes each step of its life.</summary>
internal sealed class Service(Journal journal) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => NoteAsync("starting");

    public Task StartAsync(CancellationToken cancellationToken) => NoteAsync("start");

    public Task StartedAsync(CancellationToken cancellationToken) => NoteAsync("started");

    public Task StoppingAsync(CancellationToken cancellationToken) => NoteAsync("stopping");

    public Task StopAsync(CancellationToken cancellationToken) => NoteAsync("stop");

    public Task StoppedAsync(CancellationToken cancellationToken) => NoteAsync("stopped");

    private Task NoteAsync(string step)
    {
        journal.Write($"service {step}");
        return Task.CompletedTask;
    }
}
