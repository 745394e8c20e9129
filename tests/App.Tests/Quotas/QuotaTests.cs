using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Quotas;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Quotas;

/// <summary>A provider's daily upload quota; anything over it isn't stored.</summary>
public sealed class QuotaTests : IAsyncLifetime
{
    private static readonly CreateApplication Create = new(AnApplication.WithoutFault.Content);

    private AppInProcess _app = null!;

    public async Task InitializeAsync() =>
        _app = await AppInProcess.StartAsync("Quotas:DraftsPerDay=2", "Quotas:DocumentsPerDay=2", "Quotas:BytesPerDay=1500");

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_draft_too_many_is_refused_and_leaves_nothing()
    {
        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(Create));
        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(Create));

        var exceeded = Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(Create)).Exceeded;

        Assert.Equal((Quota.Drafts, 2, 2, 1), (exceeded.Quota, exceeded.Limit, exceeded.Used, exceeded.Asked));
        Assert.Equal(2, await DraftsAsync());
        Assert.Equal(2, await UsedAsync(Quota.Drafts));
    }

    [Fact]
    public async Task Each_provider_has_a_day_of_its_own()
    {
        await _app.BeginAsync(Create);
        await _app.BeginAsync(Create);

        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(Create, caller: Callers.Careerforce));
        Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(Create));
    }

    [Fact]
    public async Task The_day_is_Aucklands_and_the_next_begins_anew()
    {
        // 23:30 in Auckland, eleven hours before midnight UTC in summer.
        _app.Clock.Now = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);
        await _app.BeginAsync(Create);
        await _app.BeginAsync(Create);
        var exceeded = Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(Create)).Exceeded;

        Assert.Equal((TimeSpan.FromMinutes(30), new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero)), (exceeded.Wait, exceeded.Until));
        _app.Clock.Now = exceeded.Until - TimeSpan.FromSeconds(1);
        Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(Create));
        _app.Clock.Now = exceeded.Until;
        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(Create));
    }

    [Theory]
    [InlineData(1500, true)]
    [InlineData(1501, false)]
    public async Task Bytes_are_counted_as_they_are_kept(long size, bool isTaken)
    {
        var id = await DraftAsync();
        var document = await _app.ReceiveAsync(DocumentKind.Other, 'b') with { Size = size };

        var result = await _app.ChangeAsync(new AddDocument(id, document));

        Assert.Equal(isTaken, result is CommandResult.Done);
        Assert.Equal(isTaken, result is not CommandResult.OverQuota { Exceeded.Quota: Quota.Bytes });
        Assert.Equal(isTaken, await _app.KeepsAsync(id, 'b'));
        Assert.Equal(isTaken ? 1 : 0, (await _app.ReadAsync(id)).Documents.Count);
        Assert.Equal(isTaken ? size : 0, await UsedAsync(Quota.Bytes));
    }

    [Fact]
    public async Task A_document_too_many_is_refused()
    {
        var id = await DraftAsync();
        foreach (var digit in "bc")
        {
            Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new AddDocument(id, await SmallAsync(digit))));
        }

        Assert.Equal(
            Quota.Documents,
            Assert.IsType<CommandResult.OverQuota>(await _app.ChangeAsync(new AddDocument(id, await SmallAsync('d')))).Exceeded.Quota
        );
        Assert.False(await _app.KeepsAsync(id, 'd'));
    }

    [Fact]
    public async Task A_package_is_a_draft_with_its_documents_all_or_nothing()
    {
        SubmitPackage package = new(
            AnApplication.WithoutFault.Content,
            [await SmallAsync('b'), await SmallAsync('c'), await SmallAsync('d')]
        );

        Assert.Equal(Quota.Documents, Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(package)).Exceeded.Quota);

        Assert.Equal(0, await DraftsAsync());
        Assert.Equal((0, 0, 0), (await UsedAsync(Quota.Drafts), await UsedAsync(Quota.Documents), await UsedAsync(Quota.Bytes)));
        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(package with { Documents = [.. package.Documents.Take(2)] }));
        Assert.Equal((1, 2, 200), (await UsedAsync(Quota.Drafts), await UsedAsync(Quota.Documents), await UsedAsync(Quota.Bytes)));
    }

    [Fact]
    public async Task What_comes_to_nothing_is_not_counted()
    {
        var id = await DraftAsync();
        var submitted = await _app.KeepAsync(AnApplication.WithoutFault.InReview());

        Assert.IsType<CommandResult.Refused>(await _app.ChangeAsync(new AddDocument(submitted, await SmallAsync('b'))));
        Interrupted<AddDocument> late = new(new(id, await SmallAsync('b')), async _ => await _app.TouchAsync(id));
        Assert.IsType<CommandResult.Moved>(await _app.ChangeAsync(late, new() { Expected = application => application.Revision == 1 }));

        Assert.Equal(0, await UsedAsync(Quota.Documents));
    }

    [Fact]
    public async Task A_command_that_others_get_in_the_way_of_is_counted_once()
    {
        var id = await DraftAsync();
        Interrupted<AddDocument> slow = new(new(id, await SmallAsync('b')), attempt =>
            attempt < 4 ? _app.TouchAsync(id) : Task.CompletedTask
        );

        Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(slow));

        Assert.Equal(1, await UsedAsync(Quota.Documents));
    }

    [Fact]
    public async Task A_repeat_is_answered_though_the_day_is_full_and_is_not_counted()
    {
        CommandOptions once = new() { Idempotency = new("once", application => JsonSerializer.SerializeToElement($"{application.Id}")) };
        await _app.BeginAsync(Create, once);
        await _app.BeginAsync(Create);

        Assert.IsType<CommandResult.Repeated>(await _app.BeginAsync(Create, once));

        Assert.Equal(2, await UsedAsync(Quota.Drafts));
    }

    [Fact]
    public async Task Two_instances_count_together_and_a_restart_forgets_nothing()
    {
        using var other = _app.Another();
        await _app.BeginAsync(Create);
        await other.BeginAsync(Create);

        Assert.IsType<CommandResult.OverQuota>(await _app.BeginAsync(Create));
        Assert.IsType<CommandResult.OverQuota>(await other.BeginAsync(Create));
        using var restarted = _app.Another();
        Assert.IsType<CommandResult.OverQuota>(await restarted.BeginAsync(Create));
        Assert.Equal(2, await DraftsAsync());
    }

    [Fact]
    public async Task Many_at_once_from_two_instances_pass_no_more_than_there_is_room_for()
    {
        using var other = _app.Another();

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => (number % 2 == 0 ? _app : other).BeginAsync(Create)));

        Assert.Equal(2, results.Count(result => result is CommandResult.Done));
        Assert.Equal(10, results.Count(result => result is CommandResult.OverQuota));
        Assert.Equal(2, await UsedAsync(Quota.Drafts));
    }

    [Fact]
    public async Task What_is_used_up_is_known_before_a_body_is_read_and_asked_again_before_it_counts()
    {
        var ledger = _app.Get<QuotaLedger>();
        Assert.Null(await ledger.SpentOfAsync(Providers.Mito.Number, [Quota.Documents], default));
        var day = (await ledger.TakeAsync(Providers.Mito.Number, new(Documents: 2), default)).Day;

        Assert.Null(await ledger.SpentOfAsync(Providers.Mito.Number, [Quota.Bytes], default));
        Assert.Equal(Quota.Documents, (await ledger.SpentOfAsync(Providers.Mito.Number, [Quota.Bytes, Quota.Documents], default))!.Quota);

        using var other = _app.Another();
        await other.Get<QuotaLedger>().GiveBackAsync(Providers.Mito.Number, day, new(Documents: 1), default);
        Assert.Null(await ledger.SpentOfAsync(Providers.Mito.Number, [Quota.Documents], default));
    }

    [Fact]
    public async Task The_shares_that_are_used_are_told()
    {
        await _app.BeginAsync(Create);

        var shares = await _app.Get<QuotaLedger>().SharesAsync(default).ToListAsync();

        Assert.Equal(
            [
                (Providers.Mito.Number, Quota.Bytes, 0),
                (Providers.Mito.Number, Quota.Drafts, 0.5),
                (Providers.Mito.Number, Quota.Documents, 0),
            ],
            shares
        );
    }

    [Fact]
    public void The_problem_says_which_quota_how_much_until_when_and_what_to_do()
    {
        var problem = Problem.Of(new QuotaExceeded(Quota.Documents, 2_000, 2_000, 1, Moments.Monday, TimeSpan.FromSeconds(90.5)));

        Assert.Equal((429, "urn:microcred:problem:quota-exceeded", 91), (problem.Status, problem.Type, problem.RetryAfter));
        Assert.Equal(
            "A provider may send 2,000 documents a day, and yours has sent 2,000 documents today. This would be 1 document more."
                + " Nothing of it was kept. Send it after midnight in New Zealand, or ask NZQA for more room.",
            problem.Detail
        );
    }

    [Theory]
    [InlineData("Quotas:BytesPerDay=-1", "Quotas__BytesPerDay")]
    [InlineData("Quotas:DraftsPerDay=-1", "Quotas__DraftsPerDay")]
    public void A_quota_below_nothing_stops_the_app_at_its_start(string setting, string named)
    {
        using AppServices app = new("UseDevelopmentStorage=true", setting);

        Assert.Contains($"{named} is -1. Give 0 or more.", app.Get<SettingsCheck>().Faults(), StringComparison.Ordinal);
    }

    private Task<ApplicationId> DraftAsync() => _app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());

    private async Task<UploadedDocument> SmallAsync(char digit) => await _app.ReceiveAsync(DocumentKind.Other, digit) with { Size = 100 };

    private Task<int> DraftsAsync() => _app.Applications.AllAsync(default).CountAsync().AsTask();

    private async Task<long> UsedAsync(Quota quota)
    {
        var table = _app.Get<TableServiceClient>().GetTableClient(StorageNames.WorklistsTable);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            QuotaRows.Of(_app.Get<QuotaLedger>().Today, Providers.Mito.Number),
            WorklistRows.Line
        );
        return row.HasValue ? row.Value!.GetInt64(quota.ToString())!.Value : 0;
    }
}
