namespace MicroCred.App.Storage;

/// <summary>
/// The bytes of applications' documents as commands and validation need them. <see cref="DocumentStore"/> keeps them in blobs.
/// </summary>
internal interface IDocuments
{
    /// <summary>
    /// Keeps a document's bytes for the application, where nothing is ever overwritten. A rejected document's bytes aren't kept at all.
    /// </summary>
    Task KeepAsync(ApplicationId application, UploadedDocument document, CancellationToken cancellationToken);

    /// <summary>Whether a document's bytes are stored and match their SHA-256, whatever a scan found. They are read in full.</summary>
    Task<bool> HoldsAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Whether a document's bytes are stored.</summary>
    Task<bool> HasAsync(StoredDocument document, CancellationToken cancellationToken);
}
