using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.Durable;

/// <summary>Instances when code of another version is deployed, under host.json's three settings for it.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task An_instance_keeps_its_version_while_the_code_moves_on_and_older_code_leaves_a_newer_one_alone()
    {
        string older,
            newer;
        await using (var host = await DeployAsync("1.0"))
        {
            older = await new Instances(host.Http).StartAsync("TellVersion");
            await new Instances(host.Http).UntilAsync(older, "Running");
        }

        await using (var host = await DeployAsync("2.0"))
        {
            var instances = new Instances(host.Http);
            newer = await instances.StartAsync("TellVersion");
            await instances.UntilAsync(newer, "Running");
            await instances.RaiseAsync(older, "Go", "go");
            Assert.Equal("\"1.0 old\"", (string?)(await instances.EndAsync(older))["output"]);
        }

        await using (var host = await DeployAsync("1.0"))
        {
            var instances = new Instances(host.Http);
            using var told = await instances.TryRaiseAsync(newer, "Go", "go");
            // By the time another instance has run, this one would have run too.
            Assert.Equal("Completed", (string?)(await instances.RunAsync("CallGreet", "Ani"))["status"]);
            Assert.Equal("Running", (string?)(await instances.ReadAsync(newer))!["status"]);
        }

        await using (var host = await DeployAsync("2.0"))
        {
            Assert.Equal("\"2.0 new\"", (string?)(await new Instances(host.Http).EndAsync(newer))["output"]);
        }
    }

    private Task<HostProcess> DeployAsync(string version) =>
        HostProcess.StartAsync(_probe.Settings.With("AzureFunctionsJobHost__extensions__durableTask__defaultVersion", version));
}
