namespace MicroCred.Approval;

/// <summary>Whether a task still waits for somebody.</summary>
public enum TaskStatus
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done, or no longer needed.</summary>
    Done,
}
