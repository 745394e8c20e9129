using System.Globalization;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>The application's documents.</content>
public sealed partial record Application
{
    /// <summary>Whether documents can be added: while the application is being written, or as part of an answer.</summary>
    [JsonIgnore]
    public bool TakesDocuments => IsEditable || Stage == Stage.Information;

    /// <summary>
    /// Adds a document whose content was inspected; it is the change's last document. Content known to be infected is rejected under any
    /// file name.
    /// </summary>
    public Outcome<Change> AddDocument(
        DocumentKind kind,
        string fileName,
        string contentType,
        long size,
        string sha256,
        DocumentStatus status,
        IReadOnlyList<Finding> findings,
        Actor by,
        DateTimeOffset at
    )
    {
        if (!TakesDocuments)
        {
            return CannotBe("given documents");
        }

        if (DocumentLimits.Broken(Documents, size) is { } limit)
        {
            return Refusal.TooLarge(limit);
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"d{LastDocument + 1}");
        var document = new Document(id, kind, fileName, contentType, size, sha256, status, at.ToUniversalTime(), findings);
        if (Documents.FirstOrDefault(known => known.IsInfected && known.Sha256 == sha256) is { } infected)
        {
            document = document.Infected(infected.Scan);
        }

        return (this with { Documents = [.. Documents, document], LastDocument = LastDocument + 1, Corrected = IsReturned }).Because(
            by,
            at,
            new DocumentAdded(document)
        );
    }

    /// <summary>Removes a document. One that was given as part of an answer can't be removed.</summary>
    public Outcome<Change> RemoveDocument(string documentId, Actor by, DateTimeOffset at)
    {
        if (!IsEditable)
        {
            return CannotBe("stripped of documents");
        }

        if (Documents.FirstOrDefault(document => document.Id == documentId) is not { } removed)
        {
            return Refusal.NotFound($"There is no document {documentId}.");
        }

        return (this with { Documents = [.. Documents.Where(document => document != removed)], Corrected = IsReturned }).Because(
            by,
            at,
            new DocumentRemoved(removed)
        );
    }
}
