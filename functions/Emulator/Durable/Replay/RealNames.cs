using System.Diagnostics.CodeAnalysis;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>What exceptions are called in a history: ours that stand for real ones go by the real ones' names.</summary>
internal static class RealNames
{
    private const string TaskFailed = "Microsoft.DurableTask.TaskFailedException";
    private const string NonDeterministic = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
    private const string AlreadyExists = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";

    public static string Of(Exception exception) => exception switch
    {
        TaskFailedException => TaskFailed,
        NonDeterministicOrchestrationException => NonDeterministic,
        OrchestrationAlreadyExistsException => AlreadyExists,
        _ => exception.GetType().ToString(),
    };

    public static bool TryFindType(string name, [NotNullWhen(true)] out Type? type)
    {
        type = name switch
        {
            TaskFailed => typeof(TaskFailedException),
            NonDeterministic => typeof(NonDeterministicOrchestrationException),
            AlreadyExists => typeof(OrchestrationAlreadyExistsException),
            _ => null,
        };
        return type is not null;
    }
}
