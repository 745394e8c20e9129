namespace MicroCred.App.Pipeline;

/// <summary>Why a step of the pipeline can't succeed.</summary>
internal enum LastingFailureKind
{
    /// <summary>The domain refuses what is due: the application isn't as the step needs it.</summary>
    Refused,

    /// <summary>What is kept can't be read.</summary>
    Unreadable,

    /// <summary>Storage refuses what is asked of it, for being too large or not well formed, say.</summary>
    StorageRefused,

    /// <summary>The code itself is at fault.</summary>
    Fault,
}
