using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.World;

/// <summary>A subject as it is run: a Host in a process of its own, and the worker that it starts.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _host;

    private Server(Process host, Uri url)
    {
        _host = host;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = url };
    }

    public HttpClient Http { get; }

    /// <summary>How much memory host and worker have, in MB: what the system calls their resident sets.</summary>
    public double Megabytes => Processes().Sum(process => process.WorkingSet64) / 1e6;

    /// <summary>The processor time that host and worker have used since they began.</summary>
    public TimeSpan Processor => Processes().Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    /// <summary>Starts a subject on an account, past it to another storage where one is named, and waits until it answers.</summary>
    public static async Task<Server> Start(Subject subject, Account account, string? storage = null)
    {
        ProcessStartInfo start = new("dotnet", [Subject.Host, $"--Host:App={subject.Folder}", "--Host:Url=http://127.0.0.1:0", $"--Host:DataPath={account.Folder.FullName}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = storage ?? account.ConnectionString;
        start.Environment["Notifications__OutboxPath"] = Path.Combine(account.Folder.FullName, "outbox");
        foreach ((string name, string value) in subject.Settings)
        {
            start.Environment[name] = value;
        }

        TaskCompletionSource<Uri> serves = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> output = [];
        Process host = new() { StartInfo = start, EnableRaisingEvents = true };
        host.Exited += (_, _) => serves.TrySetException(new InvalidOperationException($"The host ended.\n{string.Join('\n', output)}"));
        host.OutputDataReceived += (_, line) => Read(line.Data);
        host.ErrorDataReceived += (_, line) => Read(line.Data);
        host.Start();
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        Server server = new(host, await serves.Task.WaitAsync(Limit));
        await server.Answers();
        return server;

        void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.Add(line);
            }

            if (Serving().Match(line) is { Success: true } serving)
            {
                serves.TrySetResult(new Uri(serving.Groups[1].Value));
            }
        }
    }

    /// <summary>Kills host and worker, as a power failure would.</summary>
    public async Task Kill()
    {
        _host.Kill(entireProcessTree: true);
        await _host.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_host.HasExited)
        {
            using Process signal = Process.Start("kill", ["-TERM", _host.Id.ToString(CultureInfo.InvariantCulture)]);
            await _host.WaitForExitAsync().WaitAsync(Limit);
        }

        _host.Dispose();
        Http.Dispose();
    }

    private async Task Answers()
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            using HttpResponseMessage answer = await Http.GetAsync($"/api/applications/{Guid.Empty}");
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > Limit)
            {
                throw new TimeoutException($"The app answers {answer.StatusCode}.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>The host and its children. Azurite isn't among them, except where a host had to start it.</summary>
    private IEnumerable<Process> Processes()
    {
        return Directory.GetDirectories($"/proc/{_host.Id}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Append(_host.Id)
            .Select(Process.GetProcessById);
    }

    [GeneratedRegex(@"^Serving \d+ functions? of .* on (\S+)")]
    private static partial Regex Serving();
}
