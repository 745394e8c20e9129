using System.Text.RegularExpressions;
using Microsoft.DurableTask;

namespace MicroCred.App.Pipeline;

/// <summary>
/// A step of the pipeline can't succeed, so that it isn't tried again. Of what an activity throws, an orchestration and the engine keep
/// types and messages, so that these say it.
/// </summary>
internal sealed partial class LastingFailureException(ApplicationId application, LastingFailureKind kind, Exception cause)
    : Exception($"Lasting failure ({kind}) of application {application}: {cause.GetType().Name}: {cause.Message}", cause)
{
    public LastingFailureKind Kind { get; } = kind;

    /// <summary>Whether an activity failed with this. What leaves an internal class is wrapped.</summary>
    public static bool IsBehind(TaskFailureDetails failure) =>
        failure.ErrorType == typeof(LastingFailureException).FullName || (failure.InnerFailure is { } inner && IsBehind(inner));

    /// <summary>The kind that a failed orchestration's output tells; null where it failed otherwise.</summary>
    public static LastingFailureKind? KindIn(string? output) =>
        output is not null
        && Told().Match(output) is { Success: true } told
        && Enum.TryParse(told.Groups["kind"].Value, out LastingFailureKind kind)
            ? kind
            : null;

    [GeneratedRegex(@"Lasting failure \((?<kind>\w+)\) of application ")]
    private static partial Regex Told();
}
