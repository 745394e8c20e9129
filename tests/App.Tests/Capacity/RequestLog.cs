using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.App.Operation;

namespace MicroCred.App.Tests.Capacity;

/// <summary>Every request that the app sends to storage, as a bill and a limit see it.</summary>
internal sealed partial class RequestLog : HttpPipelineSynchronousPolicy
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _requests = [];

    /// <summary>What was sent since the last time this was asked.</summary>
    public IReadOnlyList<SentRequest> Take()
    {
        lock (_gate)
        {
            List<SentRequest> taken = [.. _requests];
            _requests.Clear();
            return taken;
        }
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        string path = message.Request.Uri.ToUri().AbsolutePath;
        string body = path.EndsWith("/$batch", StringComparison.Ordinal) ? BodyOf(message.Request) : "";
        SentRequest sent = new(
            message.Request.Headers.Contains("DataServiceVersion") ? "table"
                : path.Contains("/messages", StringComparison.Ordinal) ? "queue"
                : message.Request.Method == RequestMethod.Put ? "blob write"
                : message.Request.Method == RequestMethod.Delete ? "blob delete" : "blob read",
            body.Length > 0 ? Table().Match(body).Groups[1].Value : Resource().Match(path).Groups[1].Value,
            body.Length > 0 ? Part().Count(body) : 1,
            Stage.Current);
        lock (_gate)
        {
            _requests.Add(sent);
        }
    }

    private static string BodyOf(Request request)
    {
        using MemoryStream body = new();
        request.Content!.WriteTo(body, default);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    [GeneratedRegex(@"^(?:POST|PUT|PATCH|MERGE|DELETE) \S+", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:POST|PUT|PATCH|MERGE|DELETE) \S+/devstoreaccount1/(\w+)", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^/devstoreaccount1/(\w+)")]
    private static partial Regex Resource();
}

/// <summary>A request to storage.</summary>
/// <param name="Service"><c>table</c>, <c>queue</c>, <c>blob write</c>, <c>blob read</c> or <c>blob delete</c>: what it is billed as.</param>
/// <param name="Resource">The table, queue or container.</param>
/// <param name="Entities">How many rows a request to a table touches.</param>
/// <param name="Stage">The stage of the pipeline that asked.</param>
internal sealed record SentRequest(string Service, string Resource, int Entities, string Stage);
