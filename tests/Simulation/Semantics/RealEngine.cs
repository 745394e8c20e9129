using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Simulation.Semantics;

/// <summary>The probe app on the Host: the real worker, the real Durable extension, the real engine on Azurite.</summary>
public sealed class RealEngine : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microcred-semantics-");
    private HostProcess _host = null!;

    public async Task InitializeAsync() => _host = await HostProcess.StartAsync(new HostSettings
    {
        App = Repository.Built("tests/ProbeApp"),
        DataPath = _folder.FullName,
    });

    /// <summary>Plays a scenario in real time.</summary>
    public async Task<string> PlayAsync(string scenario)
    {
        using var answer = await _host.Http.PostAsync($"/semantics/{scenario}", content: null);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{answer.StatusCode} {text}\n{_host.Log}");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
