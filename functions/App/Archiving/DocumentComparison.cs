using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// Compares documents' bytes with the SHA-256 that their application records. Bytes are read once; after that an unchanged ETag in storage
/// shows that they are the same.
/// </summary>
/// <param name="documents">The documents.</param>
/// <param name="tags">Each document's ETag when the night began.</param>
/// <param name="signed">What earlier nights read and signed.</param>
internal sealed class DocumentComparison(DocumentStore documents, IReadOnlyDictionary<string, string> tags, SignedArchive signed)
{
    /// <returns>The differences, and the ETags of the documents that were read and are right.</returns>
    public async Task<(IReadOnlyList<ArchiveDifference> Differences, IReadOnlyList<SeenBlob> Read)> OfAsync(
        Application application,
        CancellationToken cancellationToken
    )
    {
        List<ArchiveDifference> differences = [];
        List<SeenBlob> read = [];
        foreach (
            var same in application
                .Documents.Where(document => document.Status == DocumentStatus.Accepted)
                .GroupBy(document => document.Sha256)
        )
        {
            StoredDocument stored = new(application.Id, same.Key);
            var tag = tags.GetValueOrDefault(stored.Name) ?? await documents.TagOfAsync(stored, cancellationToken);
            if (tag is null)
            {
                Add(DifferenceKind.DocumentGone, $"The bytes of {Ids(same)} are gone.");
            }
            else if (tag != signed.TagOf(stored))
            {
                if (await documents.HoldsAsync(stored, cancellationToken))
                {
                    read.Add(new SeenBlob(stored.Name, tag));
                }
                else
                {
                    Add(DifferenceKind.DocumentChanged, $"The bytes of {Ids(same)} aren't those with SHA-256 {same.Key}.");
                }
            }
        }

        return (differences, read);

        void Add(DifferenceKind kind, string detail) => differences.Add(new(application.Id, File: null, kind, detail));
    }

    private static string Ids(IEnumerable<Document> documents) => string.Join(", ", documents.Select(document => document.Id));
}
