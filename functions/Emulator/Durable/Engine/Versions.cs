namespace MicroCred.Emulator.Durable.Engine;

/// <summary>The version that the app's code is of, and what it makes of instances of others.</summary>
/// <param name="Current">The version of the code; null where it has none, and then it runs everything.</param>
/// <param name="Match">Which instances it may run.</param>
/// <param name="Failure">What becomes of the others.</param>
internal sealed record Versions(string? Current, VersionMatchStrategy Match, VersionFailureStrategy Failure)
{
    public static Versions Of(EngineOptions options) => new(options.DefaultVersion, options.VersionMatchStrategy, options.VersionFailureStrategy);

    /// <summary>Why the code may not run an instance of this version, in the real engine's words; null where it may.</summary>
    public string? Objection(string? version)
    {
        if (string.IsNullOrEmpty(Current))
            return null;

        var order = Compare(version, Current);
        return Match switch
        {
            VersionMatchStrategy.Strict when order != 0 => $"The orchestration version '{version}' does not match the worker version '{Current}'.",
            VersionMatchStrategy.CurrentOrOlder when order > 0 => $"The orchestration version '{version}' is greater than the worker version '{Current}'.",
            _ => null,
        };
    }

    /// <summary>Orders versions: none before any; as numbers where both are such (<c>1.0</c>), as text otherwise.</summary>
    public static int Compare(string? one, string? other) => (string.IsNullOrWhiteSpace(one), string.IsNullOrWhiteSpace(other)) switch
    {
        (true, true) => 0,
        (true, false) => -1,
        (false, true) => 1,
        _ when Version.TryParse(one, out var left) && Version.TryParse(other, out var right) => left.CompareTo(right),
        _ => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
    };
}
