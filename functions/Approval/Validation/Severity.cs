namespace MicroCred.Approval;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The application goes back to its provider.</summary>
    Error,

    /// <summary>Shown to the evaluator, and stops nothing.</summary>
    Warning,
}
