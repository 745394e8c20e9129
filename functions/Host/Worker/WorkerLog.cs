using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>Writes what the worker logs among the Host's own lines, under the category that it had there.</summary>
internal sealed partial class WorkerLog(ILoggerFactory loggers)
{
    public void Write(RpcLog line)
    {
        var level = (LogLevel)line.Level;
        var logger = loggers.CreateLogger($"Worker.{(line.Category.Length > 0 ? line.Category : "output")}");

        // The worker's message of an exception has its stack in it already.
        var text = line.Exception is { } exception ? $"{line.Message}\n{exception.Message}" : line.Message;
        logger.Log(level, new EventId(), text, null, static (said, _) => said);
    }

    /// <summary>A function that the worker can't load fails alone, when it is called.</summary>
    public void NotLoaded(string function, string why) => LogNotLoaded(loggers.CreateLogger("Host.Worker"), function, why.Split('\n')[0]);

    [LoggerMessage(LogLevel.Error, "{Function} couldn't be loaded: {Why}")]
    private static partial void LogNotLoaded(ILogger logger, string function, string why);
}
