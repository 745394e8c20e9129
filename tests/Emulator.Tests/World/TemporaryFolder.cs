using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Tests.World;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("emulator-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // The Azurite of a killed app is still writing what it holds.
        AzuriteFolder.AwaitPredecessor(this["azurite"]);
        Directory.Delete(Path, recursive: true);
    }
}
