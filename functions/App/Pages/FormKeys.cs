using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MicroCred.App.Pages;

/// <summary>
/// Keeps the keys that form tokens are made with, a blob each, so that every instance reads what any of them made. Only the app may read
/// the container. Locally the keys are asked for before anything else of the app's storage is there.
/// </summary>
internal sealed class FormKeys(BlobServiceClient blobs) : IXmlRepository
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.FormKeysContainer);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return
            [
                .. _container
                    .GetBlobs()
                    .Select(blob => XElement.Parse(_container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())),
            ];
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        try
        {
            Upload();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            _container.CreateIfNotExists();
            Upload();
        }

        void Upload() =>
            _container.UploadBlob($"{friendlyName}.xml", BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)));
    }
}
