using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Sends requests to storage with nothing between: the fastest that anything could do with the same requests.</summary>
internal sealed partial class BareStorage(SharedAccess access) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<(string Id, string Receipt)> _fetched = [];

    /// <summary>Azurite gives the same message to two who ask at the same time; the app has one who asks.</summary>
    private readonly SemaphoreSlim _polling = new(1);

    /// <summary>Sends the requests of each application one after another, of so many applications at a time.</summary>
    public Task Send(IEnumerable<IReadOnlyList<BareRequest>> applications, int atATime) => Parallel.ForEachAsync(
        applications,
        new ParallelOptions { MaxDegreeOfParallelism = atATime },
        async (requests, _) =>
        {
            foreach (BareRequest request in requests)
            {
                await (request.Recorded.IsPoll ? Poll(request) : Send(request));
            }
        });

    public void Dispose()
    {
        _http.Dispose();
        _polling.Dispose();
    }

    private async Task Poll(BareRequest bare)
    {
        await _polling.WaitAsync();
        try
        {
            Match message = Message().Match(Encoding.UTF8.GetString(await Send(bare)));
            _fetched.Enqueue((message.Groups[1].Value, message.Groups[2].Value));
        }
        finally
        {
            _polling.Release();
        }
    }

    private async Task<byte[]> Send(BareRequest bare)
    {
        using HttpRequestMessage request = new(bare.Method, bare.Recorded.IsMessageDone ? MessageDone(bare) : bare.Target);
        if (bare.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(bare.Body);
        }

        foreach ((string name, string value) in bare.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using HttpResponseMessage answer = await _http.SendAsync(request);
        byte[] content = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != bare.Recorded.Status || PartFailed(content))
        {
            throw new InvalidOperationException(
                $"{bare.Method} {request.RequestUri} answered {(int)answer.StatusCode}, not {(int)bare.Recorded.Status}: {Encoding.UTF8.GetString(content)}");
        }

        return content;
    }

    /// <summary>A transaction is answered 202 even when it fails.</summary>
    private static bool PartFailed(ReadOnlySpan<byte> content) => content.IndexOf("HTTP/1.1 4"u8) >= 0 || content.IndexOf("HTTP/1.1 5"u8) >= 0;

    /// <summary>Some message that was fetched: which application it is of makes no difference.</summary>
    private Uri MessageDone(BareRequest bare)
    {
        (string id, string receipt) = _fetched.TryDequeue(out (string, string) next) ? next : throw new InvalidOperationException("No message was fetched.");
        string path = bare.Target.AbsolutePath;
        return access.Sign(bare.Recorded.Port, $"{path[..path.LastIndexOf('/')]}/{id}?popreceipt={Uri.EscapeDataString(receipt)}");
    }

    [GeneratedRegex("<MessageId>(.*?)</MessageId>.*<PopReceipt>(.*?)</PopReceipt>", RegexOptions.Singleline)]
    private static partial Regex Message();
}
