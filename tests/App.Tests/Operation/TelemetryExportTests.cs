using System.Diagnostics;
using Azure.Identity;
using MicroCred.App.Telemetry;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MicroCred.App.Tests.Operation;

/// <summary>Telemetry is sent where the settings say, and nowhere else.</summary>
public sealed class TelemetryExportTests
{
    /// <summary>The trace header of a host that doesn't sample.</summary>
    private const string NotSampled = "00-55555555555555555555555555555555-6666666666666666-00";

    // The exporter's own usage statistics, which would go to Microsoft.
    static TelemetryExportTests() => Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL", "true");

    [Fact]
    public async Task A_developer_s_collector_gets_spans_metrics_and_logs()
    {
        await using var collector = await Collector.StartAsync();
        var id = await PlayAsync($"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

        AssertTells(collector.At("/v1/traces"), "SubmitApplication", id.ToString(), "microcred.stage");
        AssertTells(collector.At("/v1/metrics"), "microcred.applications", "submitted", "microcred.function.duration");
        AssertTells(collector.At("/v1/logs"), $"Told of Assigned of application {id}");
    }

    [Fact]
    public async Task Application_Insights_gets_spans_metrics_and_logs()
    {
        await using var ingestion = await Collector.StartAsync();
        var id = await PlayAsync(
            $"APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=11111111-2222-3333-4444-555555555555;"
                + $"IngestionEndpoint={ingestion.Address}/"
        );

        string[] expected =
        [
            "SubmitApplication",
            $"\"microcred.application.id\":\"{id}\"",
            "microcred.applications",
            $"Told of Assigned of application {id}",
        ];
        await Patience.UntilAsync(
            () => Task.FromResult(expected.All(text => ingestion.At("/v2.1/track").Contains(text, StringComparison.Ordinal))),
            () => $"It got:\n{ingestion.At("/v2.1/track")}"
        );
        AssertTells(ingestion.At("/v2.1/track"), expected);
    }

    [Fact]
    public async Task Durable_Functions_client_is_listened_to_so_that_it_hands_on_the_trace()
    {
        await using var collector = await Collector.StartAsync();
        using AppServices app = new(
            await SharedStorage.ConnectionStringAsync(),
            $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}",
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
        );
        Assert.NotNull(app.Get<TracerProvider>());
        using ActivitySource client = new("Microsoft.DurableTask");
        using ActivitySource other = new("Microsoft.DurableTask.Other");

        Assert.True(client.HasListeners());
        Assert.False(other.HasListeners());
    }

    [Fact]
    public async Task The_host_is_told_that_the_app_sends_its_own_logs()
    {
        using AppServices app = new(
            await SharedStorage.ConnectionStringAsync(),
            "APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey=11111111-2222-3333-4444-555555555555;"
                + "IngestionEndpoint=http://127.0.0.1:9/"
        );

        Assert.Equal("True", app.Get<IOptions<WorkerOptions>>().Value.Capabilities["WorkerOpenTelemetryEnabled"]);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING=")]
    public async Task Where_no_setting_says_where_to_nothing_is_set_up(string empty)
    {
        using AppServices app = new(await SharedStorage.ConnectionStringAsync(), empty);

        Assert.Null(app.Get<IServiceProvider>().GetService<TracerProvider>());
        Assert.Null(app.Get<IServiceProvider>().GetService<MeterProvider>());
        Assert.DoesNotContain("WorkerOpenTelemetryEnabled", app.Get<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
    }

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD")]
    [InlineData("authorization=aad; clientid=11111111-2222-3333-4444-555555555555;")]
    public void The_managed_identity_is_read_as_the_host_reads_it(string setting) =>
        Assert.IsType<ManagedIdentityCredential>(With(setting).InsightsIdentity());

    [Fact]
    public void Without_the_setting_the_connection_string_has_to_do() => Assert.Null(With("").InsightsIdentity());

    [Theory]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555")]
    [InlineData("Authorization=Key")]
    [InlineData("AAD")]
    public void Another_way_to_sign_in_is_a_fault_that_names_the_setting(string setting) =>
        Assert.Contains(
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            Assert.Single(With(setting).Validate(new(setting))).ErrorMessage,
            StringComparison.Ordinal
        );

    /// <summary>Takes an application to its evaluator, then stops the app, which flushes its telemetry.</summary>
    private static async Task<ApplicationId> PlayAsync(params string[] settings)
    {
        await using var app = await RunningApp.StartAsync(settings);
        var id = await app.DraftAsync(AnApplication.WithoutFault);
        using var provider = app.As("mito");
        provider.DefaultRequestHeaders.Add("traceparent", NotSampled);
        using var submitted = await provider.PostAsync(new Uri($"/api/applications/{id}/submission", UriKind.Relative), content: null);
        submitted.EnsureSuccessStatusCode();
        await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);
        await app.LettersSentAsync(id, 1);
        return id;
    }

    private static void AssertTells(string telemetry, params string[] expected)
    {
        Assert.All(expected, text => Assert.Contains(text, telemetry, StringComparison.Ordinal));
        var content = AnApplication.WithoutFault.Content;
        Assert.DoesNotContain(content.MicroCredential!.Title!, telemetry, StringComparison.Ordinal);
        Assert.DoesNotContain(".pdf", telemetry, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Provider.Name, telemetry, StringComparison.Ordinal);
    }

    private static TelemetryOptions With(string authentication) => new() { InsightsAuthentication = authentication };
}
