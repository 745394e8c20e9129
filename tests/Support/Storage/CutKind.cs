namespace MicroCred.Tests.Support.Storage;

/// <summary>What becomes of a request that is cut.</summary>
public enum CutKind
{
    /// <summary>Storage doesn't get it, and the connection breaks.</summary>
    Before,

    /// <summary>Storage does what it asks, but the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>It takes five seconds.</summary>
    Slow,

    /// <summary>Storage doesn't get it; the answer is 500.</summary>
    Error,

    /// <summary>Storage doesn't get it; the answer is 503.</summary>
    Busy,
}
