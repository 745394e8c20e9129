using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>Writes what the worker logs among the Host's own lines, under the category that it had there.</summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    public void Write(RpcLog line)
    {
        var level = (LogLevel)line.Level;
        var logger = loggers.CreateLogger($"Worker.{(line.Category.Length > 0 ? line.Category : "output")}");
        var text = line.Exception is { } exception ? $"{line.Message}\n{exception.Message}\n{exception.StackTrace}" : line.Message;
        logger.Log(level, new EventId(), text, null, static (said, _) => said);
    }
}
