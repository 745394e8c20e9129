namespace MicroCred.App.Pipeline;

/// <summary>The domain refuses a step of the pipeline itself, which is a bug.</summary>
internal sealed class ActivityRefusedException(string detail) : InvalidOperationException(detail);
