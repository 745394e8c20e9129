using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Pipeline;

/// <summary>The storage account that the app has outside simulations, on Azurite.</summary>
internal sealed class AzuriteStorage(SharedStorage shared) : SimulatedStorage
{
    public override string ConnectionString => shared.ConnectionString;

    public override void AddTo(IServiceCollection services) { }

    public override async Task PrepareAsync(IServiceProvider services)
    {
        await shared.EmptyAsync();
        await ActivatorUtilities.CreateInstance<StoragePreparation>(services).StartAsync(CancellationToken.None);
    }

    public override IContents ContentsOf(IServiceProvider services) => new Contents(services);

    private sealed class Contents(IServiceProvider services) : IContents
    {
        private readonly ApplicationStore _applications = services.GetRequiredService<ApplicationStore>();
        private readonly List<QueuedNotice> _queued = [];
        private readonly TableServiceClient _tables = services.GetRequiredService<TableServiceClient>();

        public Task<WholeApplication?> WholeAsync(ApplicationId id) => _applications.FindWholeAsync(id, CancellationToken.None);

        public async Task<IReadOnlyList<string>> LettersAsync(ApplicationId id) =>
            [
                .. (await _applications.LettersAsync(id, CancellationToken.None)).Select(letter =>
                    $"{letter.Kind} {letter.At.ToUniversalTime():O} {letter.Sha256}"
                ),
            ];

        public Task<VersionContent> VersionAsync(ApplicationId id, int number) =>
            _applications.VersionAsync(id, number, CancellationToken.None);

        public async Task<SortedDictionary<string, string>> LinesAsync()
        {
            SortedDictionary<string, string> lines = new(StringComparer.Ordinal);
            await foreach (var row in _tables.GetTableClient(StorageNames.UnderwayTable).QueryAsync<TableEntity>())
            {
                lines[row.RowKey] = ChunkedJson.Text(row);
            }

            await foreach (var row in _tables.GetTableClient(StorageNames.WorklistsTable).QueryAsync<TableEntity>())
            {
                if (row.HasJson())
                {
                    lines[row.PartitionKey] = ChunkedJson.Text(row);
                }
            }

            return lines;
        }

        public async Task<IReadOnlyList<QueuedNotice>> QueuedAsync()
        {
            var queue = services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.NotificationsQueue);
            while (
                (await queue.ReceiveMessagesAsync(maxMessages: 32, visibilityTimeout: TimeSpan.FromDays(1))).Value is { Length: > 0 } some
            )
            {
                _queued.AddRange(
                    some.Select(message => JsonSerializer.Deserialize<QueuedNotice>(message.Body.ToString(), AppJson.Stored)!)
                );
            }

            return [.. _queued.OrderBy(notice => notice.Id, StringComparer.Ordinal)];
        }

        public async Task<IReadOnlyList<RegisterEntry>> EntriesAsync()
        {
            List<RegisterEntry> entries = [];
            await foreach (var logged in services.GetRequiredService<RegisterLog>().EntriesAsync(CancellationToken.None))
            {
                entries.Add(logged.Listed.Entry);
            }

            return entries;
        }

        public Task UploadAsync(string name, string content) =>
            services
                .GetRequiredService<BlobServiceClient>()
                .GetBlobContainerClient(StorageNames.IncomingContainer)
                .UploadBlobAsync(name, BinaryData.FromString(content));
    }
}
