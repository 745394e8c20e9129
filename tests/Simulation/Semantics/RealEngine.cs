using MicroCred.ProbeApp.Semantics;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Simulation.Semantics;

/// <summary>
/// The probe app on the Host: the real worker, the real Durable extension, and the real engine on Azurite. It plays all scenarios at once,
/// since they mostly wait.
/// </summary>
public sealed class RealEngine : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microcred-semantics-");
    private HostProcess _host = null!;
    private Dictionary<string, Task<string>> _ends = [];

    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartAsync(new HostSettings { App = Repository.Built("tests/ProbeApp"), DataPath = _folder.FullName });
        _ends = Scenario.All.Keys.ToDictionary(name => name, PlayAsync);
    }

    /// <summary>A scenario's final text.</summary>
    public Task<string> EndAsync(string scenario) => _ends[scenario];

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> PlayAsync(string scenario)
    {
        using var answer = await _host.Http.PostAsync($"/semantics/{scenario}", content: null);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{scenario}: {answer.StatusCode}\n{_host.Log}");
    }
}
