namespace MicroCred.Emulator.Durable;

/// <summary>
/// A start was refused because an instance of that id exists in a status that forbids it. On Azure the type is
/// <c>DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException</c>; see <see cref="RpcException"/> for how one source catches both.
/// </summary>
public sealed class OrchestrationAlreadyExistsException : Exception
{
    internal OrchestrationAlreadyExistsException(string instanceId)
        : base($"An Orchestration instance with the ID {instanceId} already exists.")
    {
    }
}
