using System.Net;
using System.Text.RegularExpressions;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.Startup;

/// <summary>Settings for the app, overrides of host.json, and defaults.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task It_says_in_one_line_what_it_serves_and_where()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);

        Assert.Matches(@"^Serving \d+ functions of MicroCred\.ProbeApp on http://127\.0\.0\.1:\d+$", host.Announcement);
    }

    [Fact]
    public async Task The_environment_overrides_host_json_and_what_the_app_s_files_say()
    {
        _probe.Settings = _probe
            .Settings.With("AzureFunctionsJobHost__extensions__http__routePrefix", "api")
            .With("AzureWebJobsDisableHomepage", "false")
            .With("Probe__FromAppSettings", "environment")
            .With("Probe__FromLocalSettings", "environment")
            .With("AZURE_FUNCTIONS_ENVIRONMENT", "Staging")
            .With("AzureWebJobs.Plain.Disabled", "true");
        await using var host = await HostProcess.StartAsync(_probe.Settings);

        Assert.Equal("ThingByNumber 17", await host.Http.GetStringAsync("/api/things/17"));
        using var withoutPrefix = await host.Http.GetAsync("/things/17");
        using var plain = await host.Http.GetAsync("/api/plain");
        using var top = await host.Http.GetAsync("/");
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (withoutPrefix.StatusCode, plain.StatusCode, top.StatusCode)
        );
        Assert.Equal("environment", await host.Http.GetStringAsync("/api/worker/settings/Probe:FromAppSettings"));
        Assert.Equal("environment", await host.Http.GetStringAsync("/api/worker/settings/Probe:FromLocalSettings"));
        Assert.StartsWith("Staging ", await host.Http.GetStringAsync("/api/worker/environment"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switched_off_home_page_is_empty()
    {
        _probe.Settings = _probe
            .Settings.With("AzureFunctionsJobHost__extensions__http__routePrefix", "api")
            .With("AzureWebJobsDisableHomepage", "true");
        await using var host = await HostProcess.StartAsync(_probe.Settings);

        using var top = await host.Http.GetAsync("/");

        Assert.Equal(HttpStatusCode.NoContent, top.StatusCode);
    }

    [Fact]
    public async Task A_raised_limit_lets_a_larger_body_pass()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings.With("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "209715200"));

        using var counted = await host.Http.PostAsync("/bodies/any-size", new Zeros(110_000_000, chunked: false));

        Assert.Equal("110000000", await counted.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_log_tells_what_host_and_worker_did_a_line_an_entry()
    {
        await using (var host = await HostProcess.StartAsync(_probe.Settings))
        {
            using var failed = await host.Http.GetAsync("/answers/exception");
            await host.TerminateAsync();

            var lines = host.Output.Split('\n');
            Assert.Contains(host.Announcement, lines);
            Assert.Contains(lines, line => Regex.IsMatch(line, @"^\d\d:\d\d:\d\d\.\d{3} ERR .+ \(worker\): .+NoAnswer"));
            Assert.Contains(lines, line => line.Contains("System.InvalidOperationException: on purpose", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains('\u001b'));
            Assert.Single(lines, line =>
                line.TrimStart().StartsWith("at MicroCred.ProbeApp.Http.Answers.NoAnswer", StringComparison.Ordinal)
            );
        }
    }
}
