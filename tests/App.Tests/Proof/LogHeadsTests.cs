using System.Security.Cryptography;
using Azure.Data.Tables;
using MicroCred.App.Proof;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Verification;

namespace MicroCred.App.Tests.Proof;

public sealed class LogHeadsTests : IAsyncLifetime, IDisposable
{
    private ProofWorld _world = null!;

    public async Task InitializeAsync() => _world = await ProofWorld.BeginAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_the_register_says_holds_for_a_program_that_shares_no_code_with_it()
    {
        await _world.ChangeAsync(1);
        await _world.ChangeAsync(2, times: 2);
        var earlier = await _world.HeadAsync();
        await _world.ChangeAsync(1);
        await _world.ChangeAsync(3);
        var later = await _world.HeadAsync();
        var tree = _world.App.Get<LogTree>();

        var verdicts = ProofWorld.Judge(
            await _world.KeysAsync(),
            ProofWorld.Json(earlier),
            ProofWorld.Json(later),
            ProofWorld.Json(new LogFunctions.ConsistencyProof(3, 5, tree.Consistency(3, 5))),
            await _world.LeavesAsync(),
            await _world.EntryAsync(1),
            await _world.EntryAsync(2),
            await _world.EntryAsync(3),
            await _world.BadgeAsync(2)
        );

        Assert.Equal((3, 5), (earlier.Size, later.Size));
        Assert.All(verdicts, verdict => Assert.True(verdict.Outcome == Outcome.Right, verdict.Sentence));
        Assert.Contains(verdicts, verdict => verdict.Sentence == "Entry 1, version 1, says what the log recorded of it last.");
    }

    [Fact]
    public async Task The_log_has_a_head_before_anything_is_in_it()
    {
        var head = await _world.HeadAsync();

        Assert.Equal((0, Convert.ToHexStringLower(SHA256.HashData([]))), (head.Size, head.Root));
        Assert.Equal(Outcome.Right, Assert.Single(ProofWorld.Judge(await _world.KeysAsync(), ProofWorld.Json(head))).Outcome);
    }

    [Fact]
    public async Task A_size_is_signed_once_whoever_asks_and_however_often()
    {
        await _world.ChangeAsync(1);
        AppServices[] processes = [_world.App, _world.Another(), _world.Another()];
        _world.Clock.Now += TimeSpan.FromSeconds(3);

        var heads = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => processes[i % 3].Get<LogHeads>().CurrentAsync(atLeast: 0, default))
        );

        Assert.Single(heads.Distinct());
        Assert.Equal(heads[0], await _world.HeadAsync());
        Assert.Equal(heads[0], await _world.HeadAsync(_world.Another()));
    }

    [Fact]
    public async Task A_head_costs_nothing_while_it_is_young_and_one_request_while_nothing_changes()
    {
        await _world.ChangeAsync(1);
        await _world.HeadAsync();
        using Measurements measured = new(_world.App);

        await _world.App.Get<LogHeads>().CurrentAsync(atLeast: 1, default);
        Assert.Empty(measured.TagsOf("microcred.storage.requests"));

        await _world.HeadAsync();
        Assert.Single(measured.TagsOf("microcred.storage.requests"));
    }

    [Fact]
    public async Task Who_knows_of_a_change_gets_a_head_that_has_it_at_once()
    {
        await _world.ChangeAsync(1);
        await _world.HeadAsync();
        await _world.ChangeAsync(1);

        Assert.Equal(1, (await _world.App.Get<LogHeads>().CurrentAsync(atLeast: 0, default)).Size);
        Assert.Equal(2, (await _world.App.Get<LogHeads>().CurrentAsync(atLeast: 2, default)).Size);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_signed_that_does_not_go_on_from_what_was_signed_before(bool isRemoved)
    {
        await _world.ChangeAsync(1, times: 3);
        await _world.HeadAsync();
        if (isRemoved)
        {
            await _world.Rows.DeleteEntityAsync(LogRows.Partition, LogRows.Row(2));
        }
        else
        {
            var row = (await _world.App.Get<RegisterLog>().RowAsync(2, default))!;
            await _world.Rows.UpsertEntityAsync(
                JsonRows.Of(LogRows.Partition, LogRows.Row(2), row with { Data = row.Data.Replace('1', '2') }).Single(),
                TableUpdateMode.Replace
            );
        }

        await _world.ChangeAsync(1);

        await Assert.ThrowsAsync<InvalidDataException>(() => _world.HeadAsync(_world.Another()));
    }

    [Fact]
    public async Task A_log_that_does_not_hold_is_read_whole_once_in_ten_seconds_however_often_it_is_asked_for()
    {
        await _world.ChangeAsync(1, times: 3);
        await _world.HeadAsync();
        var row = (await _world.Rows.GetEntityAsync<TableEntity>(LogRows.Partition, LogRows.Row(2))).Value;
        await _world.Rows.DeleteEntityAsync(LogRows.Partition, LogRows.Row(2));
        await _world.ChangeAsync(1);
        var process = _world.Another();
        await Assert.ThrowsAsync<InvalidDataException>(AskAsync);

        using Measurements measured = new(process);
        await Assert.ThrowsAsync<InvalidDataException>(AskAsync);
        Assert.Empty(measured.TagsOf("microcred.storage.requests"));

        await _world.Rows.AddEntityAsync(row);
        _world.Clock.Now += TimeSpan.FromSeconds(11);
        Assert.Equal(4, (await AskAsync()).Size);

        Task<LogHead> AskAsync() => process.Get<LogHeads>().CurrentAsync(atLeast: 0, default);
    }

    [Fact]
    public async Task A_key_that_was_rotated_leaves_what_it_signed_and_one_that_is_gone_does_not()
    {
        await _world.ChangeAsync(1);
        var (head, badge) = (await _world.HeadAsync(), await _world.BadgeAsync(1));
        var former = await File.ReadAllTextAsync(_world.KeyPath);
        string next;
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            next = key.ExportPkcs8PrivateKeyPem();
        }

        await File.WriteAllTextAsync(_world.KeyPath, $"{next}\n{former}");
        var rotated = _world.Another();
        Assert.Equal((head, badge), (await _world.HeadAsync(rotated), await _world.BadgeAsync(1, rotated)));
        await _world.ChangeAsync(1);
        AllHold([
            await _world.KeysAsync(rotated),
            ProofWorld.Json(head),
            ProofWorld.Json(await _world.HeadAsync(rotated)),
            badge,
            await _world.LeavesAsync(),
        ]);

        await File.WriteAllTextAsync(_world.KeyPath, next);
        var disowned = _world.Another();
        var keys = await _world.KeysAsync(disowned);
        AllHold([keys, ProofWorld.Json(await _world.HeadAsync(disowned)), await _world.BadgeAsync(1, disowned)]);
        Assert.Contains(ProofWorld.Judge(keys, ProofWorld.Json(head)), verdict => verdict.Outcome == Outcome.Wrong);
        Assert.Contains(ProofWorld.Judge(keys, badge), verdict => verdict.Outcome == Outcome.Wrong);
    }

    private static void AllHold(IEnumerable<string> files) =>
        Assert.All(ProofWorld.Judge(files), verdict => Assert.True(verdict.Outcome == Outcome.Right, verdict.Sentence));
}
