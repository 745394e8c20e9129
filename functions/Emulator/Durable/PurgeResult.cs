namespace MicroCred.Emulator.Durable;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>Says how many were deleted.</summary>
    public PurgeResult(int count) => PurgedInstanceCount = count;

    /// <summary>How many instances were deleted.</summary>
    public int PurgedInstanceCount { get; }
}
