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
/// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is. Where neither is, none of this is even loaded.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>Durable Functions' client hands on the caller's trace only where somebody listens to this source, its own.</summary>
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

        // The web server's lines hold whole addresses, with what people searched for; the app's own hold ids.
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

        // After the exporters, which bring samplers of their own: a few hundred applications a year are all kept, whoever's trace they
        // are in.
        telemetry.WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()));
    }
}
