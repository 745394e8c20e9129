using System.Text.RegularExpressions;

namespace MicroCred.Tests.Support.Storage;

/// <summary>A name for what a storage request does, the same for every request that does the same.</summary>
/// <param name="Service">The storage service.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Resource">
/// The path within the account and the part of it, with a star for every id: <c>documents/*</c>, <c>microcred-control-*/messages</c>,
/// <c>Applications(*)</c>, <c>register?comp=list</c>, <c>$batch Applications</c>.
/// </param>
public sealed partial record RequestName(StorageService Service, string Method, string Resource)
{
    /// <summary>Whether it polls a queue for messages.</summary>
    public bool LooksForMessages =>
        this is { Service: StorageService.Queue, Method: "GET" } && Resource.EndsWith("/messages", StringComparison.Ordinal);

    /// <summary>Whether the durable engine sends it, not the app: judged by the names of the engine's resources.</summary>
    public bool IsTheEngines => TheEngines().IsMatch(Resource);

    /// <summary>Such as <c>PUT blob documents/*</c>.</summary>
    public override string ToString() => $"{Method} {Service.ToString().ToLowerInvariant()} {Resource}";

    internal static RequestName Of(StorageService service, string method, string path, string aspect, string body)
    {
        var resource = path switch
        {
            "$batch" => $"$batch {string.Join(' ', TableInABatch().Matches(body).Select(match => match.Groups[1].Value).Distinct())}",
            _ when EntityKeys().IsMatch(path) => EntityKeys().Replace(path, "(*)"),
            _ => Ids().Replace(path, "*"),
        };
        return new RequestName(service, method, aspect.Length == 0 ? resource : $"{resource}?comp={aspect}");
    }

    // (PartitionKey='…',RowKey='…'): both keys are replaced together.
    [GeneratedRegex(@"\(.+\)$")]
    private static partial Regex EntityKeys();

    // GUIDs, long enough words of letters and digits, and every number.
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*[0-9])[0-9a-z]{8,}|[0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    // A batch contains whole requests; each begins with its method and address: http://<host>/<account>/<table>(…)
    [GeneratedRegex(@"^[A-Z]+ https?://[^/\s]+/[^/\s]+/(\w+)", RegexOptions.Multiline)]
    private static partial Regex TableInABatch();

    [GeneratedRegex(@"\w(History|Instances|Partitions|-control|-workitems|-leases|-largemessages|-applease)\b")]
    private static partial Regex TheEngines();
}
