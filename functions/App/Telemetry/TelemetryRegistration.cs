using Azure.Monitor.OpenTelemetry.Exporter;
using MicroCred.App.Settings;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace MicroCred.App.Telemetry;

/// <summary>
/// Sends traces, metrics and logs to Application Insights where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, and to a collector
/// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is. If neither is, none of this is even loaded.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>The Durable Functions client propagates the caller's trace only if somebody listens to this source, its own.</summary>
    private const string DurableClient = "Microsoft.DurableTask";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TelemetryOptions>();
        var options = SettingsRegistration.Read<TelemetryOptions>(configuration);
        if (options.InsightsConnectionString.Length > 0 || options.CollectorEndpoint.Length > 0)
        {
            Export(services, options);
        }
    }

    private static void Export(IServiceCollection services, TelemetryOptions options)
    {
        var telemetry = services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .WithTracing(traces => traces.AddSource(AppTelemetry.Name, DurableClient))
            .WithMetrics(metrics => metrics.AddMeter(AppTelemetry.Name))
            .WithLogging(_ => { }, logs => logs.IncludeFormattedMessage = true);

        // The web server logs whole addresses, including search terms; the app's own logs contain ids only.
        services.AddLogging(logs => logs.AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning));
        if (options.CollectorEndpoint.Length > 0)
        {
            telemetry.UseOtlpExporter();
        }

        if (options.InsightsConnectionString.Length > 0)
        {
            var identity = options.InsightsIdentity();
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(To))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(To))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(To));

            void To(AzureMonitorExporterOptions exporter)
            {
                exporter.ConnectionString = options.InsightsConnectionString;
                exporter.Credential = identity;
                exporter.EnableLiveMetrics = false;
            }
        }

        // After the exporters, which set samplers of their own: with a few hundred applications a year every trace is kept.
        telemetry.WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()));
    }
}
