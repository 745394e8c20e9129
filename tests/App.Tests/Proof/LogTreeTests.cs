using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using MicroCred.App.Proof;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Proof;

public sealed class LogTreeTests : IAsyncLifetime, IDisposable
{
    private ProofWorld _world = null!;

    private AppendBlobClient File => _world.Files.GetAppendBlobClient("log/leaves");

    public async Task InitializeAsync() => _world = await ProofWorld.BeginAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_process_that_starts_reads_the_leaves_file_and_the_rows_since()
    {
        await FillAsync(1, 2_500);
        await _world.HeadAsync();
        await FillAsync(2_501, 2_600);
        var another = _world.Another();
        using Measurements measured = new(another);

        var head = await _world.HeadAsync(another);

        Assert.Equal(2_600, head.Size);
        Assert.Equal(2_500 * MerkleHash.Length, (await File.GetPropertiesAsync()).Value.ContentLength);

        // The head and the log's size, the leaves' file, a page of rows; and what is new is signed and kept.
        Assert.InRange(measured.TagsOf("microcred.storage.requests").Count, 1, 8);
        Assert.Equal(head, await _world.HeadAsync());
    }

    [Fact]
    public async Task Processes_that_follow_at_the_same_time_write_one_file()
    {
        await FillAsync(1, 1_100);
        AppServices[] processes = [_world.Another(), _world.Another(), _world.Another()];

        await Task.WhenAll(processes.Select(process => process.Get<LogTree>().FollowAsync(default)));

        Assert.Equal(1_100 * MerkleHash.Length, (await File.GetPropertiesAsync()).Value.ContentLength);
        Assert.Single(processes.Select(process => process.Get<LogTree>().Root(1_100)).Distinct());
        await FillAsync(1_101, 2_200);
        await Task.WhenAll(processes.Select(process => process.Get<LogTree>().FollowAsync(default)));
        Assert.Equal(2_200 * MerkleHash.Length, (await File.GetPropertiesAsync()).Value.ContentLength);
    }

    [Fact]
    public async Task A_leaves_file_that_was_tampered_with_is_made_again_from_the_log()
    {
        await FillAsync(1, 1_030);
        var head = await _world.HeadAsync();
        var bytes = (await File.DownloadContentAsync()).Value.Content.ToArray();
        bytes[77] ^= 1;
        await File.CreateAsync();
        await File.AppendBlockAsync(new MemoryStream(bytes));
        await FillAsync(1_031, 1_031);

        var another = _world.Another();
        Assert.Equal(1_031, (await _world.HeadAsync(another)).Size);
        Assert.Equal(head.Root, another.Get<LogTree>().Root(head.Size));
        bytes[77] ^= 1;
        Assert.Equal(bytes, (await File.DownloadContentAsync()).Value.Content.ToArray()[..bytes.Length]);
    }

    [Fact]
    public async Task Made_again_by_a_command_the_file_and_the_tree_are_the_same()
    {
        await FillAsync(1, 1_200);
        var head = await _world.HeadAsync();
        var before = (await File.DownloadContentAsync()).Value.Content.ToArray();

        await _world.App.Get<LogTree>().RebuildAsync(default);

        Assert.Equal(before, (await File.DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(head.Root, _world.App.Get<LogTree>().Root(1_200));
        Assert.Equal(head, await _world.HeadAsync());
    }

    /// <summary>Rows as the log has them, a hundred at a time.</summary>
    private async Task FillAsync(int first, int last)
    {
        await _world.ChangeAsync(1, times: first == 1 ? 1 : 0);
        var template = (await _world.App.Get<RegisterLog>().RowAsync(1, default))!;
        foreach (var part in Enumerable.Range(first, last - first + 1).Chunk(100))
        {
            await _world.Rows.SubmitTransactionAsync([
                .. part.Select(seq => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    JsonRows.Of(LogRows.Partition, LogRows.Row(seq), template with { Seq = seq, Data = $"{{\"seq\":{seq}}}" }).Single()
                )),
            ]);
        }

        await _world.Rows.UpsertEntityAsync(new TableEntity(LogRows.Partition, LogRows.Head) { ["Seq"] = (long)last });
    }
}
