using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Scanning;

public sealed class StoredDocumentTests
{
    private const string Account = "https://ours.blob.core.windows.net";
    private const string Id = "11111111-2222-3333-4444-555555555555";

    private static readonly string Sha256 = new('a', 64);

    private static readonly DocumentStore Documents = new(new BlobServiceClient(new Uri(Account)), Options.Create(new DocumentOptions()));

    [Fact]
    public void A_document_is_known_by_its_address() =>
        Assert.Equal(new StoredDocument(ApplicationId.Parse(Id), Sha256), Documents.At($"{Account}/documents/{Id}/{Sha256}"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("documents/{0}/{1}")]
    [InlineData("https://others.blob.core.windows.net/documents/{0}/{1}")]
    [InlineData("https://ours.blob.core.windows.net.others.example/documents/{0}/{1}")]
    [InlineData("http://ours.blob.core.windows.net/documents/{0}/{1}")]
    [InlineData("https://ours.blob.core.windows.net/incoming/{0}/{1}")]
    [InlineData("https://ours.blob.core.windows.net/documents/../incoming/{0}/{1}")]
    [InlineData("https://ours.blob.core.windows.net/documents/{0}")]
    [InlineData("https://ours.blob.core.windows.net/documents/{0}/{1}/more")]
    [InlineData("https://ours.blob.core.windows.net/documents/{0}/{1}?snapshot=1")]
    [InlineData("https://ours.blob.core.windows.net/documents/{0}/A{1}")]
    [InlineData("https://ours.blob.core.windows.net/documents/somebody/{1}")]
    public void Nothing_else_is_taken_for_one(string? address) =>
        Assert.Null(
            Documents.At(address is null ? null : string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Id, Sha256))
        );
}
