using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Host.Storage;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Proxy;

/// <summary>The proxy itself, between Azure's clients and Azurite: what it forwards, how it names requests, and how it cuts them.</summary>
public sealed class StorageProxyTests : IAsyncLifetime
{
    private Azurite _azurite = null!;
    private StorageProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _proxy = await StorageProxy.StartAsync(_azurite.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    [Fact]
    public async Task What_is_signed_for_the_proxy_storage_accepts_and_keeps_as_it_was_sent()
    {
        var table = await TableAsync(_proxy.ConnectionString);
        await table.UpsertEntityAsync(new TableEntity("Whānau | 1", "a'b (c)") { ["Text"] = "tēnā koe" });
        await table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "1")),
            new(TableTransactionActionType.Add, new TableEntity("p", "2")),
        ]);
        var container = new BlobContainerClient(_proxy.ConnectionString, "documents");
        await container.CreateAsync();
        await container.UploadBlobAsync("a/b c.txt", BinaryData.FromString("a blob"));
        var queue = new QueueClient(_proxy.ConnectionString, "letters");
        await queue.CreateAsync();
        await queue.SendMessageAsync("a letter");

        Assert.Equal(
            "tēnā koe",
            (await new TableClient(_azurite.ConnectionString, table.Name).GetEntityAsync<TableEntity>("Whānau | 1", "a'b (c)")).Value[
                "Text"
            ]
        );
        Assert.Equal(2, await table.QueryAsync<TableEntity>(entity => entity.PartitionKey == "p").CountAsync());
        Assert.Equal("a blob", (await container.GetBlobClient("a/b c.txt").DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(6, (await container.GetBlobClient("a/b c.txt").GetPropertiesAsync()).Value.ContentLength);
        Assert.Equal("a letter", (await queue.ReceiveMessageAsync()).Value.Body.ToString());
    }

    [Fact]
    public async Task A_request_is_named_by_what_it_does_without_ids()
    {
        var table = await TableAsync(_proxy.ConnectionString);
        var container = new BlobContainerClient(_proxy.ConnectionString, "documents");
        await container.CreateAsync();
        var queue = new QueueClient(_proxy.ConnectionString, "hub-control-03");
        await queue.CreateAsync();
        _proxy.Log.Clear();

        await table.AddEntityAsync(new TableEntity("p", "1"));
        await table.QueryAsync<TableEntity>().CountAsync();
        await table.UpdateEntityAsync(new TableEntity("p", "1"), ETag.All);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "2"))]);
        await container.UploadBlobAsync($"{Guid.NewGuid()}/application.json", BinaryData.FromString("{}"));
        await queue.SendMessageAsync("a message");
        var message = (await queue.ReceiveMessageAsync()).Value;
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);

        Assert.Equal(
            [
                "POST table Applications",
                "GET table Applications()",
                "PATCH table Applications(*)",
                "POST table $batch Applications",
                "PUT blob documents/*/application.json",
                "POST queue hub-control-*/messages",
                "GET queue hub-control-*/messages",
                "DELETE queue hub-control-*/messages/*",
            ],
            _proxy.Log.All.Select(request => request.Name.ToString())
        );
        Assert.All(_proxy.Log.All, request => Assert.Equal(RequestKind.Work, request.Kind));
    }

    [Fact]
    public async Task Polls_leases_and_upkeep_are_told_from_work()
    {
        var queue = new QueueClient(_proxy.ConnectionString, "letters");
        await queue.CreateAsync();
        await queue.ReceiveMessagesAsync();
        await TableAsync(_proxy.ConnectionString);
        var container = new BlobContainerClient(_proxy.ConnectionString, "documents");
        await container.CreateAsync();
        await new Azure.Storage.Blobs.Specialized.BlobLeaseClient(container).AcquireAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(
            [
                ("PUT queue letters", RequestKind.Upkeep),
                ("GET queue letters/messages", RequestKind.Poll),
                ("POST table Tables", RequestKind.Upkeep),
                ("PUT blob documents", RequestKind.Upkeep),
                ("PUT blob documents?comp=lease", RequestKind.Lease),
            ],
            _proxy.Log.All.Select(request => ($"{request.Name}", request.Kind))
        );
    }

    [Theory]
    [InlineData(CutKind.Before, 0)]
    [InlineData(CutKind.AnswerLost, 1)]
    [InlineData(CutKind.Error, 0)]
    [InlineData(CutKind.Busy, 0)]
    public async Task One_request_is_cut_and_its_client_fails(CutKind kind, int reachedStorage)
    {
        var table = await TableAsync(_proxy.ConnectionString, retries: 0);
        var cut = new Cut(new RequestName(StorageService.Table, "POST", "Applications"), 2, kind);
        _proxy.Set(cut);

        await table.AddEntityAsync(new TableEntity("p", "1"));
        Assert.False(cut.Reached.IsCompleted);
        await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "2")));
        await table.AddEntityAsync(new TableEntity("p", "3"));

        Assert.True(cut.Reached.IsCompletedSuccessfully);
        Assert.Equal(2 + reachedStorage, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task The_client_s_retry_of_a_cut_request_passes()
    {
        var table = await TableAsync(_proxy.ConnectionString);
        _proxy.Set(new Cut(new RequestName(StorageService.Table, "POST", "Applications"), 1, CutKind.Before));

        await table.AddEntityAsync(new TableEntity("p", "1"));

        Assert.Equal(1, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Where_retries_are_cut_too_the_client_gives_up_and_what_is_to_be_done_then_is_done_once()
    {
        var table = await TableAsync(_proxy.ConnectionString);
        var (done, there) = (0, 0);
        _proxy.Set(
            new Cut(new RequestName(StorageService.Table, "POST", "Applications"), 1, CutKind.AnswerLost)
            {
                OfRetriesToo = true,
                Then = async () =>
                {
                    done++;
                    there = await new TableClient(_azurite.ConnectionString, table.Name).QueryAsync<TableEntity>().CountAsync();
                },
            }
        );

        await Assert.ThrowsAnyAsync<Exception>(() => table.AddEntityAsync(new TableEntity("p", "1")));

        Assert.Equal((1, 1), (done, there));
    }

    [Fact]
    public async Task Messages_whose_delivery_is_cut_are_hidden_as_if_they_had_arrived()
    {
        var queue = new QueueClient(_proxy.ConnectionString, "letters", Retrying(new QueueClientOptions(), 0));
        await queue.CreateAsync();
        _proxy.Set(new Cut(new RequestName(StorageService.Queue, "GET", "letters/messages"), 1, CutKind.Before));
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        await queue.SendMessageAsync("a letter");

        await Assert.ThrowsAsync<RequestFailedException>(() => queue.ReceiveMessagesAsync());

        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    private static async Task<TableClient> TableAsync(string connectionString, int retries = 2)
    {
        var table = new TableClient(connectionString, "Applications", Retrying(new TableClientOptions(), retries));
        await table.CreateAsync();
        return table;
    }

    private static T Retrying<T>(T options, int times)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = times;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        return options;
    }
}
