namespace MicroCred.Emulator.Worker;

/// <summary>The rest of the pipeline, ending in the function.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
