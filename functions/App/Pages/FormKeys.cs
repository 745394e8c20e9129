using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MicroCred.App.Pages;

/// <summary>
/// Keeps the keys that form tokens are made with, a blob each, so that every instance reads what any of them made. Only the app may read
/// the container. Locally the keys are asked for before anything else of the app's storage is there. The first key has one name, so that of
/// instances that start at once all use the one that was stored.
/// </summary>
internal sealed class FormKeys(BlobServiceClient blobs) : IXmlRepository
{
    private const string First = "first.xml";

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
        var name = GetAllElements().Count == 0 ? First : $"{friendlyName}.xml";
        try
        {
            Upload();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            _container.CreateIfNotExists();
            Upload();
        }

        void Upload()
        {
            try
            {
                _container.UploadBlob(name, BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)));
            }
            catch (RequestFailedException failure) when (name == First && failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            {
                // Another instance stored the first key, which is read and used here, too.
            }
        }
    }
}
