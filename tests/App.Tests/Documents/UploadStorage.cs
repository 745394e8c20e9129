using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Uploads;
using MicroCred.Host.Storage;
using MicroCred.Inspection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Documents;

/// <summary>An Azurite that only these tests use, one after the other, so that each can check what is left in it.</summary>
public sealed class UploadStorage : IAsyncLifetime
{
    private Azurite? _azurite;

    internal BlobContainerClient Incoming { get; private set; } = null!;

    internal BlobContainerClient Documents { get; private set; } = null!;

    internal IncomingDocuments Intake { get; private set; } = null!;

    internal DocumentStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        var blobs = new BlobServiceClient(_azurite.ConnectionString);
        Incoming = await blobs.CreateBlobContainerAsync(StorageNames.IncomingContainer);
        Documents = await blobs.CreateBlobContainerAsync(StorageNames.DocumentsContainer);
        Intake = new IncomingDocuments(blobs, new DocumentInspector(InspectionLimits.Default), NullLogger<IncomingDocuments>.Instance);
        Store = new DocumentStore(blobs, Options.Create(new DocumentOptions()));
    }

    public async Task DisposeAsync() => await _azurite!.DisposeAsync();

    internal static async Task HasNothingAsync(BlobContainerClient container, string prefix = "") =>
        Assert.Empty(
            await container
                .GetBlobsAsync(
                    Azure.Storage.Blobs.Models.BlobTraits.None,
                    Azure.Storage.Blobs.Models.BlobStates.None,
                    prefix,
                    CancellationToken.None
                )
                .ToListAsync()
        );
}
