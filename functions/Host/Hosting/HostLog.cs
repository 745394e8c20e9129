using System.Collections.Concurrent;

namespace MicroCred.Host.Hosting;

/// <summary>One log of everything, a line an entry with its exception below, on standard output and in <c>host.log</c>.</summary>
internal sealed class HostLog(string path, IConfiguration hostJson) : ILoggerProvider
{
    private readonly StreamWriter _file = Open(path);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Entry> _loggers = new();

    /// <summary>What the Host itself says to whoever started it, without time or level.</summary>
    public void Say(string line)
    {
        lock (_gate)
        {
            _file.WriteLine(line);
            Console.WriteLine(line);
        }
    }

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, name => new Entry(this, name, LeastOf(name)));

    public void Dispose() => _file.Dispose();

    private static StreamWriter Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: false) { AutoFlush = true };
    }

    /// <summary>By host.json's <c>logging:logLevel</c>, the longest name that the category begins with; the worker's categories stand there without the prefix.</summary>
    private LogLevel LeastOf(string category)
    {
        var name = category.StartsWith("Worker.", StringComparison.Ordinal) ? category["Worker.".Length..] : category;
        return hostJson.GetSection("logging:logLevel").GetChildren()
            .Where(level => level.Key.Equals("default", StringComparison.OrdinalIgnoreCase) || name.StartsWith(level.Key, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(level => level.Key.Equals("default", StringComparison.OrdinalIgnoreCase) ? 0 : level.Key.Length)
            .Select(level => Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var least) ? least : LogLevel.Information)
            .FirstOrDefault(LogLevel.Information);
    }

    private sealed class Entry(HostLog log, string category, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = $"{DateTime.UtcNow:HH:mm:ss.fff} {Word(logLevel)} {category}: {formatter(state, exception)}";
            log.Say(exception is null ? line : $"{line}\n{exception}");
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            _ => "ERROR",
        };
    }
}
