using System.Text.RegularExpressions;
using Microsoft.DurableTask;

namespace MicroCred.App.Pipeline;

/// <summary>
/// A step of the pipeline can't succeed, so it isn't retried. Orchestrations and the engine keep only an exception's type and message, so
/// those carry the kind.
/// </summary>
internal sealed partial class LastingFailureException(ApplicationId application, LastingFailureKind kind, Exception cause)
    : Exception($"Lasting failure ({kind}) of application {application}: {cause.GetType().Name}: {cause.Message}", cause)
{
    public LastingFailureKind Kind { get; } = kind;

    /// <summary>Whether an activity failed with this exception. One that leaves an internal class is wrapped.</summary>
    public static bool IsBehind(TaskFailureDetails failure) =>
        failure.ErrorType == typeof(LastingFailureException).FullName || (failure.InnerFailure is { } inner && IsBehind(inner));

    /// <summary>The kind stated in a failed orchestration's output; null where it failed otherwise.</summary>
    public static LastingFailureKind? KindIn(string? output) =>
        output is not null
        && Told().Match(output) is { Success: true } told
        && Enum.TryParse(told.Groups["kind"].Value, out LastingFailureKind kind)
            ? kind
            : null;

    [GeneratedRegex(@"Lasting failure \((?<kind>\w+)\) of application ")]
    private static partial Regex Told();
}
