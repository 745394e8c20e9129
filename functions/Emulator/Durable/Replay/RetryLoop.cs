namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Tries a call again, on the orchestration's own time, for as long as its policy or its handler wants.</summary>
internal static class RetryLoop
{
    public static Task<T> RunAsync<T>(TaskRetryOptions? retry, ReplayContext context, Func<Task<T>> call) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(policy, context, call),
        { Handler: { } handler } => ByHandlerAsync(handler, context, call),
        _ => call(),
    };

    private static async Task<T> ByPolicyAsync<T>(RetryPolicy policy, ReplayContext context, Func<Task<T>> call)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed)
            {
                if (attempt == policy.MaxNumberOfAttempts)
                {
                    context.SkipTaskNumber();
                    throw;
                }

                if (!policy.HandleFailure(failed.FailureDetails) || IsTooLate(policy, firstAttempt, context.CurrentUtcDateTime))
                    throw;
            }

            await context.CreateTimer(PauseAfter(attempt, policy), CancellationToken.None);
        }
    }

    private static async Task<T> ByHandlerAsync<T>(AsyncRetryHandler handler, ReplayContext context, Func<Task<T>> call)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed)
            {
                var elapsed = context.CurrentUtcDateTime - firstAttempt;
                var asked = new RetryContext(context, attempt, failed.FailureDetails, elapsed, CancellationToken.None);
                if (!await handler(asked))
                    throw;
            }
        }
    }

    private static bool IsTooLate(RetryPolicy policy, DateTime firstAttempt, DateTime now) =>
        policy.RetryTimeout != Timeout.InfiniteTimeSpan && now - firstAttempt >= policy.RetryTimeout;

    private static TimeSpan PauseAfter(int attempt, RetryPolicy policy)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var hasLimit = policy.MaxRetryInterval != Timeout.InfiniteTimeSpan;
        return hasLimit && milliseconds >= policy.MaxRetryInterval.TotalMilliseconds
            ? policy.MaxRetryInterval
            : TimeSpan.FromMilliseconds(Math.Min(milliseconds, TimeSpan.FromDays(3650).TotalMilliseconds));
    }
}
