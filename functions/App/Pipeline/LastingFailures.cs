using System.Diagnostics.Metrics;
using MicroCred.App.Telemetry;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>Reports a step that can't succeed at once: to the log as an error, and to the counter that an alert watches.</summary>
internal sealed partial class LastingFailures
{
    private readonly Counter<long> _failures;
    private readonly ILogger<LastingFailures> _logger;

    public LastingFailures(IMeterFactory meters, ILogger<LastingFailures> logger)
    {
        _failures = meters
            .Create(AppTelemetry.Name)
            .CreateCounter<long>("microcred.failures.lasting", "{failure}", "Steps of the pipeline that can't succeed.");
        _logger = logger;
    }

    /// <summary>Reports a failure.</summary>
    /// <returns>The exception to throw in its place, so that it isn't retried.</returns>
    public LastingFailureException Tell(ApplicationId application, LastingFailureKind kind, Exception exception)
    {
        _failures.Add(1, new KeyValuePair<string, object?>("stage", FunctionStage.Current));
        LogLasting(exception, application, kind, FunctionStage.Current);
        return new LastingFailureException(application, kind, exception);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Application {Application} can't go on: {Kind} in stage {Stage}. "
            + "It isn't tried again; mend the cause, and restart the application"
    )]
    private partial void LogLasting(Exception exception, ApplicationId application, LastingFailureKind kind, string stage);
}
