namespace MicroCred.Approval;

/// <summary>The severity of a finding.</summary>
public enum Severity
{
    /// <summary>The application is returned to its provider.</summary>
    Error,

    /// <summary>Shown to the evaluator; doesn't stop the application.</summary>
    Warning,
}
