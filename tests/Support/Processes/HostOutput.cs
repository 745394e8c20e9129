using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Tests.Support.Processes;

/// <summary>A Host's output, searched for the line with its address.</summary>
internal sealed partial class HostOutput
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly TaskCompletionSource<(string Line, Uri Url)> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _streamsEnded;

    public HostOutput(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public void Start()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public async Task<(string Line, Uri Url)> ServingAsync()
    {
        try
        {
            return await _serving.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The Host doesn't serve after {Limit}.\n{Text}");
        }
    }

    [GeneratedRegex(@"^Serving \d+ functions? of .+ on (http://\S+?)\.?$")]
    private static partial Regex Serving();

    private void Read(string? line)
    {
        if (line is null)
        {
            // When both streams have ended, so has the Host, and its output is complete.
            if (Interlocked.Increment(ref _streamsEnded) == 2)
            {
                _serving.TrySetException(new InvalidOperationException($"The Host ended before it served.\n{Text}"));
            }

            return;
        }

        lock (_text)
        {
            _text.AppendLine(line);
        }

        if (Serving().Match(line) is { Success: true } match)
        {
            _serving.TrySetResult((line, new Uri(match.Groups[1].Value)));
        }
    }
}
