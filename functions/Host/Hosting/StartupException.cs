namespace MicroCred.Host.Hosting;

/// <summary>Why the Host doesn't start: every fault found, each a sentence that says what to do.</summary>
internal sealed class StartupException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults => faults;
}
