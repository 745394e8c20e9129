namespace MicroCred.Approval;

/// <summary>Why something was refused.</summary>
public enum RefusalKind
{
    /// <summary>The application isn't where this can happen.</summary>
    WrongState,

    /// <summary>What was given isn't good; the detail or the findings say what.</summary>
    Invalid,

    /// <summary>Somebody else's to do.</summary>
    NotYours,

    /// <summary>There is no such task, document or request.</summary>
    NotFound,

    /// <summary>More than an application may hold.</summary>
    TooLarge,

    /// <summary>What was given isn't of the shape that is asked for.</summary>
    Malformed,

    /// <summary>What was given is a file of a type that isn't taken.</summary>
    WrongType,
}
