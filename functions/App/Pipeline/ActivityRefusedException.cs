namespace MicroCred.App.Pipeline;

/// <summary>The domain refuses a step that the pipeline itself takes, which is a fault of ours.</summary>
internal sealed class ActivityRefusedException(string detail) : InvalidOperationException(detail);
