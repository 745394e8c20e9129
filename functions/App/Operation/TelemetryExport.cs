using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace MicroCred.App.Operation;

/// <summary>
/// Sends traces, metrics and logs to Application Insights where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, and to a collector where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is. Where neither is, none of this is even loaded.
/// </summary>
internal static class TelemetryExport
{
    /// <summary>Durable Functions' client hands on the caller's trace only where somebody listens to this source, its own.</summary>
    private const string DurableClient = "Microsoft.DurableTask";

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        string? insights = configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        bool toCollector = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!string.IsNullOrEmpty(insights) || toCollector)
        {
            Add(services, configuration, insights, toCollector);
        }
    }

    private static void Add(IServiceCollection services, IConfiguration configuration, string? insights, bool toCollector)
    {
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .WithTracing(traces => traces.AddSource(Telemetry.Name, DurableClient))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name))
            .WithLogging(_ => { }, logs => logs.IncludeFormattedMessage = true);

        // The web server's lines hold whole addresses, with what people searched for; the app's own hold ids.
        services.AddLogging(logs => logs.AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning));
        if (toCollector)
        {
            telemetry.UseOtlpExporter();
        }

        if (!string.IsNullOrEmpty(insights))
        {
            InsightsCredential? credential = InsightsCredential.Of(configuration);
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(To))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(To))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(To));

            void To(AzureMonitorExporterOptions options)
            {
                options.ConnectionString = insights;
                options.Credential = credential?.Identity;
                options.EnableLiveMetrics = false;
            }
        }

        // After the exporters, which bring samplers of their own: a few hundred applications a year are all kept, whoever's trace they are in.
        telemetry.WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()));
    }
}
