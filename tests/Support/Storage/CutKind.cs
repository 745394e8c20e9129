namespace MicroCred.Tests.Support.Storage;

/// <summary>What happens to a request that is cut.</summary>
public enum CutKind
{
    /// <summary>The request doesn't reach storage, and the connection breaks.</summary>
    Before,

    /// <summary>Storage executes the request, but the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>The request takes five seconds.</summary>
    Slow,

    /// <summary>The request doesn't reach storage; the answer is 500.</summary>
    Error,

    /// <summary>The request doesn't reach storage; the answer is 503.</summary>
    Busy,
}
