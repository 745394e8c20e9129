using System.Collections.Concurrent;

namespace MicroCred.ProbeApp.Http;

/// <summary>Lets one request wait for another.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> All = new();

    public static Task UntilAsync(string id) => Of(id).Task;

    public static void Give(string id) => Of(id).TrySetResult();

    private static TaskCompletionSource Of(string id) => All.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
