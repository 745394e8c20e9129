namespace MicroCred.Verification;

/// <summary>Whether something holds.</summary>
public enum Outcome
{
    /// <summary>It holds.</summary>
    Right,

    /// <summary>It doesn't.</summary>
    Wrong,

    /// <summary>The files don't tell.</summary>
    Unknown,
}

/// <summary>What the files show, in a sentence.</summary>
public sealed record Verdict(Outcome Outcome, string Sentence);

/// <summary>What is wrong, in a sentence.</summary>
public sealed class FaultException(string sentence, Exception? inner = null) : Exception(sentence, inner);
