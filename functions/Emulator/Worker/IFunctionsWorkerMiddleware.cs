namespace MicroCred.Emulator.Worker;

/// <summary>A step around every invocation, whatever its trigger. One object serves all invocations.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Does its part and calls the rest of the pipeline, or doesn't.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
