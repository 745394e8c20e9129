using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;

namespace MicroCred.App.Notification;

/// <summary>What waits for each address's next digest: a partition for each address, a row for each notice.</summary>
internal sealed class Digests(TableServiceClient tables)
{
    private const string Prefix = "digest|";
    private const string At = "At";

    private readonly TableClient _table = tables.GetTableClient(StorageNames.NotificationsTable);

    /// <summary>Adds a notice; nothing where it waits already. One storage request.</summary>
    public async Task AddAsync(DigestItem item, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Prefix + HashOf(item.Email.ToUpperInvariant()), HashOf($"{item.Notice.Kind} {item.Notice.Id}"))
        {
            [At] = at,
        }.WithJson(item);
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // It waits already.
        }
    }

    /// <summary>What was added before a moment, by address. One storage request for each thousand.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DigestItem>> BeforeAsync(
        DateTimeOffset moment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {Prefix + "~"} and At lt {moment}");
        List<TableEntity> rows = [];
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        foreach (var address in rows.GroupBy(row => row.PartitionKey))
        {
            yield return [.. address.OrderBy(row => row.GetDateTimeOffset(At)).Select(row => row.Json<DigestItem>())];
        }
    }

    /// <summary>Removes a notice that was sent. One storage request.</summary>
    public Task RemoveAsync(DigestItem item, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(
            Prefix + HashOf(item.Email.ToUpperInvariant()),
            HashOf($"{item.Notice.Kind} {item.Notice.Id}"),
            ETag.All,
            cancellationToken
        );

    /// <summary>Addresses and ids may have characters that a key can't.</summary>
    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>A notice that waits for a digest: ids only, like the queue's messages.</summary>
/// <param name="Name">Whose digest: a person's name or the provider's.</param>
/// <param name="Email">The address.</param>
/// <param name="Notice">The notice.</param>
internal sealed record DigestItem(string Name, string Email, QueuedNotice Notice);
