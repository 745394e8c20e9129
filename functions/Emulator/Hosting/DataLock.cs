using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Hosting;

/// <summary>Keeps a second emulator off the data of the first.</summary>
internal static class DataLock
{
    /// <exception cref="StartupException">Another has it.</exception>
    public static FileLock Take(EmulatorSettings settings)
    {
        var path = Path.Combine(Directory.CreateDirectory(settings.DataPath).FullName, "emulator.lock");
        return FileLock.TryTake(path, settings.Url) ?? throw new StartupException(
        [
            $"{settings.DataPath} is in use by {FileLock.Owner(path)}. End that one, or give this one an Emulator:DataPath, an Emulator:Url and an AzureWebJobsStorage of its own.",
        ]);
    }
}
