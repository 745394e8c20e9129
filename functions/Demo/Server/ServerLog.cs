namespace MicroCred.Demo.Server;

/// <summary>Writes the App's output to a file.</summary>
internal sealed class ServerLog : IDisposable
{
    private const int LinesShown = 20;

    private readonly Lock _lock = new();
    private readonly Queue<string> _end = new(LinesShown);
    private readonly StreamWriter _file;
    private bool _isClosed;

    public ServerLog(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new StreamWriter(path, append: false) { AutoFlush = true };
    }

    public void Write(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _file.WriteLine(line);
            if (_end.Count == LinesShown)
            {
                _end.Dequeue();
            }

            _end.Enqueue(line);
        }
    }

    public string End()
    {
        lock (_lock)
        {
            return string.Join('\n', _end);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }
}
