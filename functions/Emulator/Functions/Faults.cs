namespace MicroCred.Emulator.Functions;

/// <summary>What is wrong with the app, gathered so that all of it is told at once.</summary>
internal sealed class Faults
{
    private readonly List<string> _faults = [];

    /// <summary>A fault of the app as a whole.</summary>
    public void Add(string fault) => _faults.Add(fault);

    /// <summary>A fault of one function.</summary>
    public void Add(Function function, string fault) => _faults.Add($"{function}: {fault}");

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new StartupException(_faults);
    }
}
