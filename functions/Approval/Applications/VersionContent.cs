using System.Security.Cryptography;
using System.Text.Json;

namespace MicroCred.Approval;

/// <summary>What a version of an application holds.</summary>
/// <param name="Content">What its provider entered.</param>
/// <param name="Documents">Its documents, oldest first.</param>
public sealed record VersionContent(ApplicationContent Content, IReadOnlyList<VersionDocument> Documents)
{
    /// <summary>What an application holds now.</summary>
    public static VersionContent Of(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new(application.Content, [.. application.Documents.Select(VersionDocument.Of)]);
    }

    /// <summary>
    /// What changed from this version to another: the content's fields, and whole documents by id under <c>/documents</c>.
    /// </summary>
    public IReadOnlyList<FieldChange> ChangesTo(VersionContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return
        [
            .. ContentFields.Between(Content, other.Content),
            .. Documents
                .UnionBy(other.Documents, document => document.Id)
                .Select(document => (Before: Find(document.Id), After: other.Find(document.Id), document.Id))
                .Where(document => document.Before != document.After)
                .Select(document => new FieldChange(
                    $"/documents/{document.Id}",
                    ContentFields.NodeOf(document.Before),
                    ContentFields.NodeOf(document.After)
                )),
        ];
    }

    internal string Sha256() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ApprovalJson.Options)));

    private VersionDocument? Find(string id) => Documents.FirstOrDefault(document => document.Id == id);
}

/// <summary>A document of a version.</summary>
/// <param name="Id">Its id, such as <c>d1</c>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="ContentType">The file's media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
public sealed record VersionDocument(string Id, DocumentKind Kind, string FileName, string ContentType, long Size, string Sha256)
{
    internal static VersionDocument Of(Document document) =>
        new(document.Id, document.Kind, document.FileName, document.ContentType, document.Size, document.Sha256);
}
