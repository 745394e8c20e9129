namespace MicroCred.Tests.Support.Storage;

/// <summary>The services of a storage account.</summary>
public enum StorageService
{
    /// <summary>Containers of blobs.</summary>
    Blob,

    /// <summary>Queues of messages.</summary>
    Queue,

    /// <summary>Tables of entities.</summary>
    Table,
}
