namespace MicroCred.App.Pipeline;

/// <summary>Why a step of the pipeline can't succeed.</summary>
internal enum LastingFailureKind
{
    /// <summary>The domain refuses the step: the application isn't in the state that it needs.</summary>
    Refused,

    /// <summary>Stored data can't be read.</summary>
    Unreadable,

    /// <summary>Storage refuses the request: too large or malformed, say.</summary>
    StorageRefused,

    /// <summary>A bug in the code.</summary>
    Fault,
}
