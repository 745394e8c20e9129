using System.Net;
using System.Net.Sockets;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Host.Tests.Startup;

/// <summary>A Host that can't start reports every fault in one message, and exits with code 1.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var app = _probe.CopyOfTheApp();
        await File.WriteAllTextAsync(Path.Combine(app, "host.json"), "{ \"version\": ");

        var said = await RefusedAsync(_probe.Settings with { App = app, Url = url });

        Assert.Contains(Path.Combine(app, "host.json"), said, StringComparison.Ordinal);
        Assert.Contains(url, said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_folder_without_a_built_app_is_named()
    {
        Directory.CreateDirectory(_probe.Settings.DataPath);

        Assert.Contains(
            _probe.Settings.DataPath,
            await RefusedAsync(_probe.Settings with { App = _probe.Settings.DataPath }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://microcred.example:0")]
    [InlineData("https://localhost:0")]
    public async Task An_address_that_others_could_reach_is_refused(string url) =>
        Assert.Contains("this machine alone", await RefusedAsync(_probe.Settings with { Url = url }), StringComparison.Ordinal);

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("local.personas.json")]
    public async Task A_file_that_is_no_JSON_is_named(string file)
    {
        var app = _probe.CopyOfTheApp();
        await File.WriteAllTextAsync(Path.Combine(app, file), "{ ");

        Assert.Contains(file, await RefusedAsync(_probe.Settings with { App = app }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trigger_that_is_not_served_is_named_with_its_function()
    {
        var said = await RefusedAsync(
            _probe.Settings.With(
                "Probe__StrangeBinding",
                """{"name":"thing","direction":"In","type":"blobTrigger","path":"things/{name}"}"""
            )
        );

        Assert.Contains("Strange", said, StringComparison.Ordinal);
        Assert.Contains("blobTrigger", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_an_earlier_function_hides_is_named_with_that_one()
    {
        var said = await RefusedAsync(
            _probe.Settings.With(
                "Probe__StrangeBinding",
                """{"name":"request","direction":"In","type":"httpTrigger","authLevel":"Anonymous","methods":["get"],"route":"names/ani"}"""
            )
        );

        Assert.Contains("Strange", said, StringComparison.Ordinal);
        Assert.Contains("Names", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_host_json_that_an_extension_refuses_is_told_in_its_words()
    {
        var said = await RefusedAsync(
            _probe.Settings.With(
                "AzureFunctionsJobHost__extensions__durableTask__storageProvider__controlQueueVisibilityTimeout",
                "00:00:10"
            )
        );

        Assert.Contains("ControlQueueVisibilityTimeout must be between 1 and 60 minutes.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_Host_on_the_same_data_is_told_who_has_it()
    {
        await using var first = await HostProcess.StartAsync(_probe.Settings);

        Assert.Contains(
            $"{first.Id}",
            await RefusedAsync(_probe.Settings with { Storage = FreeAccount.ConnectionString() }),
            StringComparison.Ordinal
        );

        Assert.Equal("Plain", await first.Http.GetStringAsync("/plain"));
    }

    /// <summary>The output of a Host that refuses to start.</summary>
    private static async Task<string> RefusedAsync(HostSettings settings)
    {
        await using var host = HostProcess.Begin(settings);
        await host.EndAsync();
        Assert.True(host.ExitCode == 1, $"exit code {host.ExitCode}: {host.Output}");
        Assert.False(host.Output.Contains("\n   at ", StringComparison.Ordinal), host.Output);
        return host.Output;
    }
}
