namespace MicroCred.Emulator.Durable;

/// <summary>What a retry handler is told about the failure it has to judge.</summary>
/// <param name="OrchestrationContext">The orchestration that called.</param>
/// <param name="LastAttemptNumber">How many attempts have failed, counted from one.</param>
/// <param name="LastFailure">What went wrong last.</param>
/// <param name="TotalRetryTime">The orchestration's time since the first attempt.</param>
/// <param name="CancellationToken">Never cancelled; there for the signature's sake.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
