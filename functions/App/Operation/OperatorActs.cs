using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;

namespace MicroCred.App.Operation;

/// <summary>
/// Operators' acts, in the container <c>audit</c> under <see cref="StorageNames.OperatorActs"/>, where in Azure nobody can change or delete
/// a file during the retention period. An act has two files, each written once: <c>{day}/{time}-{id}-asked.json</c> before it is done, and
/// the same with <c>-ended</c> after it. Where the second is missing, the outcome isn't known.
/// </summary>
internal sealed class OperatorActs(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _audit = blobs.GetBlobContainerClient(StorageNames.AuditContainer);

    public Task AddAsync(OperatorAct act, CancellationToken cancellationToken) => AddAsync(NameOf(act, "asked"), act, cancellationToken);

    public Task AddAsync(OperatorActEnd end, CancellationToken cancellationToken) =>
        AddAsync(NameOf(end.Act, "ended"), end, cancellationToken);

    private static string NameOf(OperatorAct act, string part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{StorageNames.OperatorActs}{act.At.UtcDateTime:yyyy-MM-dd/HHmmss}-{act.Id}-{part}.json"
        );

    private Task<ETag> AddAsync<T>(string name, T content, CancellationToken cancellationToken) =>
        _audit
            .GetBlobClient(name)
            .AddAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, AppJson.Stored)),
                "application/json",
                cancellationToken
            );
}
