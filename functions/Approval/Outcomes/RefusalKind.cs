namespace MicroCred.Approval;

/// <summary>The kind of a refusal.</summary>
public enum RefusalKind
{
    /// <summary>The application's status doesn't allow it.</summary>
    WrongState,

    /// <summary>The input is invalid; the detail or the findings say why.</summary>
    Invalid,

    /// <summary>Only somebody else may do it.</summary>
    NotYours,

    /// <summary>There is no such task, document or request.</summary>
    NotFound,

    /// <summary>Over a limit of the application's size.</summary>
    TooLarge,

    /// <summary>The input doesn't have the required shape.</summary>
    Malformed,

    /// <summary>The uploaded file's type isn't accepted.</summary>
    WrongType,
}
