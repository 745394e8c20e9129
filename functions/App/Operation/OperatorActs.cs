using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using MicroCred.App.Storage;

namespace MicroCred.App.Operation;

/// <summary>
/// Operators' acts, in the container <c>audit</c> under <see cref="Names.OperatorActs"/>, where in Azure nobody can change or delete a file for
/// as long as the rest is kept. An act has two files, each written once: <c>{day}/{time}-{id}-asked.json</c> before it is done, and the same with
/// <c>-ended</c> after it. One without the other was asked for, and how it ended isn't known.
/// </summary>
internal sealed class OperatorActs(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _audit = blobs.GetBlobContainerClient(Names.AuditContainer);

    public Task Add(OperatorAct act, CancellationToken cancel) => Add(NameOf(act, "asked"), act, cancel);

    public Task Add(OperatorActEnd end, CancellationToken cancel) => Add(NameOf(end.Act, "ended"), end, cancel);

    private static string NameOf(OperatorAct act, string part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Names.OperatorActs}{act.At.UtcDateTime:yyyy-MM-dd/HHmmss}-{act.Id}-{part}.json");

    private Task<ETag> Add<T>(string name, T content, CancellationToken cancel) => _audit.GetBlobClient(name).AddAsync(
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, AppJson.Stored)), "application/json", cancel);
}
