namespace MicroCred.Approval;

/// <summary>How a word was found; the lower, the better.</summary>
internal enum WordMatch
{
    /// <summary>The same word.</summary>
    Exact,

    /// <summary>A word that begins with it.</summary>
    Beginning,

    /// <summary>A word that it differs from by one slip of the keyboard.</summary>
    Slip,
}
