namespace MicroCred.App.Storage;

/// <summary>Somebody else changed it between read and write, and nothing was written. Read it again.</summary>
/// <param name="what">What: an application or an evaluator, by id.</param>
/// <param name="inner">Storage's refusal, where it says so by an exception.</param>
internal sealed class ConcurrentChangeException(string what, Exception? inner = null)
    : Exception($"{what} changed while it was being written.", inner);
