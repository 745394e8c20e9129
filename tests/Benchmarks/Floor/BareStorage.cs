using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Sends storage requests with nothing in between: no app can be faster with the same requests.</summary>
internal sealed partial class BareStorage(SharedAccess access) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>The fetched messages that are still to be deleted, by queue.</summary>
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Id, string Receipt)>> _fetched = new();

    /// <summary>Azurite may give the same message to two simultaneous readers; an app has only one reader.</summary>
    private readonly SemaphoreSlim _fetching = new(1);

    /// <summary>Sends requests one after another.</summary>
    /// <exception cref="InvalidOperationException">An answer differs from the recorded one.</exception>
    public async Task SendAsync(IEnumerable<BareRequest> requests)
    {
        foreach (var request in requests)
        {
            await (request.Recorded.Messages > 0 ? FetchAsync(request) : SendAsync(request));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _fetching.Dispose();
    }

    private async Task FetchAsync(BareRequest bare)
    {
        await _fetching.WaitAsync();
        try
        {
            var content = Encoding.UTF8.GetString(await SendAsync(bare));
            ConcurrentQueue<(string, string)> queue = _fetched.GetOrAdd(bare.Recorded.Queue, _ => new());
            foreach (Match message in Message().Matches(content))
            {
                queue.Enqueue((message.Groups[1].Value, message.Groups[2].Value));
            }
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<byte[]> SendAsync(BareRequest bare)
    {
        using HttpRequestMessage request = new(bare.Method, bare.Recorded.IsMessageDone ? MessageDone(bare) : bare.Target);
        if (bare.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(bare.Body);
        }

        foreach ((var name, var value) in bare.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await _http.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == bare.Recorded.Status && !PartFailed(content)
            ? content
            : throw new InvalidOperationException(
                $"{bare.Method} {request.RequestUri} answered "
                    + $"{(int)answer.StatusCode}, not {(int)bare.Recorded.Status}: {Encoding.UTF8.GetString(content)}"
            );
    }

    /// <summary>A transaction answers 202 even when it fails.</summary>
    private static bool PartFailed(ReadOnlySpan<byte> content) =>
        content.IndexOf("HTTP/1.1 4"u8) >= 0 || content.IndexOf("HTTP/1.1 5"u8) >= 0;

    /// <summary>The deletion of any fetched message of the queue; its application doesn't matter.</summary>
    private Uri MessageDone(BareRequest bare)
    {
        (var id, var receipt) =
            _fetched.TryGetValue(bare.Recorded.Queue, out ConcurrentQueue<(string, string)>? queue) && queue.TryDequeue(out var next)
                ? next
                : throw new InvalidOperationException($"No message was fetched from {bare.Recorded.Queue}.");
        var path = bare.Target.AbsolutePath;
        return access.Sign(bare.Recorded.Service, $"{path[..path.LastIndexOf('/')]}/{id}?popreceipt={Uri.EscapeDataString(receipt)}");
    }

    [GeneratedRegex("<MessageId>(.*?)</MessageId>.*?<PopReceipt>(.*?)</PopReceipt>", RegexOptions.Singleline)]
    private static partial Regex Message();
}
