using MicroCred.App.Settings;

namespace MicroCred.App.Storage;

/// <summary>The app's handling of the storage account itself.</summary>
[Section("Storage")]
internal sealed class StorageOptions
{
    /// <summary>Whether the app creates its tables, containers and queues.</summary>
    public bool CreateOnStart { get; init; }
}
