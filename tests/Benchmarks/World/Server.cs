using System.Diagnostics;
using System.Net;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Benchmarks.World;

/// <summary>A running subject: a Host process and the worker that it starts.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static int _started;

    private readonly HostProcess _host;

    private Server(HostProcess host) => _host = host;

    public HttpClient Http => _host.Http;

    /// <summary>The memory of host and worker, in MB: their resident sets.</summary>
    public double Megabytes => Processes().Sum(process => process.WorkingSet64) / 1e6;

    /// <summary>The processor time used by host and worker since they started.</summary>
    public TimeSpan Processor => Processes().Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    /// <summary>Starts a subject on an account, or on another storage where one is named, and waits until it answers.</summary>
    public static async Task<Server> StartAsync(Subject subject, Account account, string? storage = null)
    {
        HostSettings settings = new()
        {
            App = Repository.Built(subject.Project),
            DataPath = account.Folder($"host-{Interlocked.Increment(ref _started)}"),
            Storage = storage ?? account.ConnectionString,
            Environment = subject.Settings,
            IsLasting = true,
        };
        Server server = new(await HostProcess.StartAsync(settings));
        await Patience.UntilAsync(server.AnswersAsync, () => $"The app doesn't answer.\n{server._host.Output}");
        return server;
    }

    /// <summary>Kills host and worker, as a power failure would.</summary>
    public Task KillAsync() => _host.KillBothAsync();

    public ValueTask DisposeAsync() => _host.ExitCode is null ? _host.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<bool> AnswersAsync()
    {
        using var answer = await Http.GetAsync($"/api/applications/{Guid.Empty}");
        return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized;
    }

    private IEnumerable<Process> Processes() => [Process.GetProcessById(_host.Id), Process.GetProcessById(_host.Worker!.Value)];
}
