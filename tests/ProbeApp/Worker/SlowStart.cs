using Microsoft.Extensions.Hosting;

namespace MicroCred.ProbeApp.Worker;

/// <summary>Holds up what starts after it, as a busy machine may.</summary>
internal sealed class SlowStart(TimeSpan delay) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
