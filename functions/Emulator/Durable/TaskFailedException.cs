namespace MicroCred.Emulator.Durable;

/// <summary>Thrown into an orchestrator when an activity or a sub-orchestration that it called has failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Describes the failed call.</summary>
    /// <param name="taskName">The activity or the orchestrator that was called.</param>
    /// <param name="taskId">The call's number within its orchestration; timers count too.</param>
    /// <param name="failureDetails">What went wrong in it.</param>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails?.ErrorMessage}")
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The activity or the orchestrator that was called.</summary>
    public string TaskName { get; }

    /// <summary>The call's number within its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>What went wrong in it.</summary>
    public TaskFailureDetails FailureDetails { get; }
}
