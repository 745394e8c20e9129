using System.Net;
using System.Text.RegularExpressions;

namespace MicroCred.Benchmarks.Floor;

/// <summary>A request to storage as it went over the wire, without who signed it and when.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Service"><c>blob</c>, <c>queue</c> or <c>table</c>.</param>
/// <param name="Port">The port of the service that it went to.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; all that the App and its engine send is text.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="Messages">How many messages were fetched by it.</param>
internal sealed partial record RecordedRequest(
    HttpMethod Method, string Service, int Port, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body, HttpStatusCode Status, int Messages)
{
    /// <summary>The table, queue or container; a transaction's is the table of its first part. The engine's control queues count as one.</summary>
    public string Resource { get; } = Partition().Replace(Named().Match(Target.Contains("/$batch", StringComparison.Ordinal) ? Body : Target).Groups[1].Value, "");

    /// <summary>The queue whose messages it is about.</summary>
    public string Queue => Named().Match(Target).Groups[1].Value;

    /// <summary>Whether a message is put away once it has been worked on.</summary>
    public bool IsMessageDone => Method == HttpMethod.Delete && Target.Contains("/messages/", StringComparison.Ordinal);

    /// <summary>Whether it reads an application's state.</summary>
    public bool IsLook => Method == HttpMethod.Get && Target.Contains("RowKey='application'", StringComparison.Ordinal);

    /// <summary>Whether the engine or the host makes it, and not the app.</summary>
    public bool IsEngine => EngineOwn().IsMatch(Resource);

    /// <summary>
    /// Whether it goes on whether anybody does anything or not: a look into a queue that found nothing, what leases, locks and counts.
    /// </summary>
    public bool IsUpkeep =>
        (Service == "queue" && Method != HttpMethod.Post && Messages == 0 && !IsMessageDone && Status != HttpStatusCode.NoContent)
        || Target.Contains("comp=lease", StringComparison.Ordinal)
        || Upkept().IsMatch(Resource);

    [GeneratedRegex(@"/devstoreaccount1/([$A-Za-z0-9-]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"-\d\d$")]
    private static partial Regex Partition();

    [GeneratedRegex("(History|Instances|Partitions|-control|-workitems|-leases|-largemessages|-applease)$|^azure-webjobs-")]
    private static partial Regex EngineOwn();

    [GeneratedRegex("(Partitions|-leases|-applease)$|^azure-webjobs-")]
    private static partial Regex Upkept();
}
