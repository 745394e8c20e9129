namespace MicroCred.Emulator.Durable.Engine;

/// <summary>What may be an instance's id.</summary>
internal static class InstanceId
{
    /// <exception cref="ArgumentException">It may not; ids that start with @ are entities on the real engine.</exception>
    public static void Validate(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId[0] == '@')
            throw new ArgumentException("Instance IDs must not start with '@', which is kept for entities.", nameof(instanceId));
        if (instanceId.Length > 100)
            throw new ArgumentException("Instance IDs must not be longer than 100 characters.", nameof(instanceId));
    }
}
