using System.Xml.Linq;
using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MicroCred.App.Pages;

/// <summary>
/// Keeps the keys that form tokens are made with, a blob each, so that every instance reads what any of them made. Only the app may read
/// the container.
/// </summary>
internal sealed class FormKeys(BlobServiceClient blobs) : IXmlRepository
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.FormKeysContainer);

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [
            .. _container
                .GetBlobs()
                .Select(blob => XElement.Parse(_container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())),
        ];

    public void StoreElement(XElement element, string friendlyName) =>
        _container.UploadBlob($"{friendlyName}.xml", BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)));
}
