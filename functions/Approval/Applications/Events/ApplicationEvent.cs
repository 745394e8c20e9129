using System.Globalization;

namespace MicroCred.Approval;

/// <summary>
/// An event in an application's life: one type for each kind, with the name that the audit uses. The details are part of the audit's
/// hashes, so recorded events keep theirs even if their type changes.
/// </summary>
public abstract record ApplicationEvent
{
    /// <summary>The kind of event, as the audit names it.</summary>
    public string Name => GetType().Name;

    /// <summary>The event in words.</summary>
    public abstract string Detail { get; }

    /// <summary>Such as 5 March 2026.</summary>
    private protected static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The task's assignee, in words.</summary>
    private protected static string Whose(string? assignee) => assignee is null ? "with nobody" : $"for {assignee}";
}
