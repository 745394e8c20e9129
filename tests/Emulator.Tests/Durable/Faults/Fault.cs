namespace MicroCred.Emulator.Tests.Durable.Faults;

/// <summary>One fault, at one storage call of an engine; call 0 is none, so that it only counts.</summary>
internal sealed class Fault(FaultKind kind, int atCall)
{
    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public bool HasHappened { get; private set; }

    /// <summary>Ends when the engine is as good as dead: no call of its gets through any more.</summary>
    public Task Death => _death.Task;

    public async Task<T> AroundAsync<T>(Func<Task<T>> call)
    {
        ThrowIfDead();
        if (Interlocked.Increment(ref _calls) != atCall)
        {
            var answer = await call();
            ThrowIfDead();
            return answer;
        }

        HasHappened = true;
        if (kind is FaultKind.CutAfter or FaultKind.AnswerLost)
            await call();

        if (kind is FaultKind.CutBefore or FaultKind.CutAfter)
            _death.SetResult();

        throw new IOException($"Call {atCall}: {kind}.");
    }

    private void ThrowIfDead()
    {
        if (Death.IsCompleted)
            throw new IOException("The process is dead.");
    }
}
