using System.Diagnostics;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.Demo.Tests;

/// <summary>The Demo as a person starts it, with separate data and ports.</summary>
internal sealed class DemoRun : IDisposable
{
    private readonly OwnStorage _storage = new();

    public Uri Url { get; } = new($"http://localhost:{FreePort.Next()}");

    public async Task<(int Code, string Output)> PlayOnceAsync()
    {
        using var demo = Start("--once");
        var output = await demo.StandardOutput.ReadToEndAsync();
        var faults = await demo.StandardError.ReadToEndAsync();
        await demo.WaitForExitAsync();
        return (demo.ExitCode, output + faults);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Demonstration).Assembly.Location, "--url", Url.OriginalString, .. arguments])
        {
            WorkingDirectory = _storage.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _storage.Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public async Task<bool> SomebodyAnswersAsync()
    {
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(Url);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _storage.Dispose();
}
