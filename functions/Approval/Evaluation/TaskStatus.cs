namespace MicroCred.Approval;

/// <summary>The status of a task.</summary>
public enum TaskStatus
{
    /// <summary>Still to be done.</summary>
    Open,

    /// <summary>Done, or no longer needed.</summary>
    Done,
}
