namespace MicroCred.Approval;

/// <summary>
/// What happened to an application: one type for each kind of event, named as the audit names it. The words are part of the audit's
/// hashes, so an event that was written keeps them whatever becomes of its type.
/// </summary>
public abstract record ApplicationEvent
{
    /// <summary>The kind of event, as the audit has it.</summary>
    public string Name => GetType().Name;

    /// <summary>What happened, in words.</summary>
    public abstract string Detail { get; }

    /// <summary>Whom a task is for, in words.</summary>
    private protected static string Whose(string? assignee) => assignee is null ? "with nobody" : $"for {assignee}";
}
