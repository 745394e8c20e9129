namespace MicroCred.Emulator.Functions;

/// <summary>Says everything that keeps an app from starting.</summary>
internal sealed class StartupException(IReadOnlyList<string> faults) : Exception(
    $"The app can't start, for {(faults.Count == 1 ? "one reason" : $"{faults.Count} reasons")}:{Environment.NewLine}" +
    string.Join(Environment.NewLine, faults.Select(fault => $"- {fault}")))
{
    /// <summary>The faults alone: where in the host they were found is nobody's concern.</summary>
    public override string ToString() => Message;
}
