using System.Xml.Linq;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Publication;

/// <summary>What is made of the register's entries follows their changes.</summary>
public sealed class RegisterReadersTests : IAsyncLifetime, IDisposable
{
    private static readonly ApplicationId Listing = ApplicationId.New(Guid.NewGuid());

    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Another_process_finds_an_entry_by_what_it_says_now()
    {
        using var another = _app.Another();
        await AppendAsync("Ignition");
        Assert.Equal(1, await FoundAsync(another, "ignition"));

        await AppendAsync("Acceleration", changes: 1);
        _app.Clock.Now += TimeSpan.FromSeconds(3);

        Assert.Equal((0, 1), (await FoundAsync(another, "ignition"), await FoundAsync(another, "acceleration")));
    }

    [Fact]
    public async Task Statistics_of_an_earlier_day_count_an_entry_as_it_was_then()
    {
        await AppendAsync("Ignition");
        var listed = _app.Clock.Now;
        _app.Clock.Now += TimeSpan.FromDays(400);
        await AppendAsync("Ignition", changes: 1, RegisterStatus.Discontinued);

        Assert.Equal(1, await CountedAsync(WorkingDays.DayOf(listed)));
        Assert.Equal(1, await CountedAsync(WorkingDays.DayOf(_app.Clock.Now).AddDays(-1)));
        Assert.Equal(0, await CountedAsync(WorkingDays.DayOf(_app.Clock.Now)));
        Assert.Equal(0, await CountedAsync(WorkingDays.DayOf(listed).AddYears(-20)));

        _app.Clock.Now += TimeSpan.FromDays(1);
        await AppendAsync("Ignition", changes: 2);

        Assert.Equal(0, await CountedAsync(WorkingDays.DayOf(_app.Clock.Now).AddDays(-1)));
        Assert.Equal(1, await CountedAsync(WorkingDays.DayOf(_app.Clock.Now)));
    }

    [Fact]
    public async Task A_sitemap_that_would_be_too_long_is_an_index_of_several()
    {
        var entry = Entry("Ignition");
        foreach (var number in Enumerable.Range(1, SitemapDocuments.Most + 1))
        {
            _app.Get<RegisterIndex>().Add(entry with { Number = number }, number);
        }

        var sitemap = _app.Function<Sitemap>();

        Assert.Equal(
            ["http://localhost:7071/sitemaps/1", "http://localhost:7071/sitemaps/2"],
            await AddressesAsync(request => sitemap.AllAsync(request, default))
        );
        Assert.Equal(SitemapDocuments.Most, (await AddressesAsync(request => sitemap.PartAsync(request, "1", default))).Count);
        Assert.Equal(
            [$"http://localhost:7071/register/{SitemapDocuments.Most + 1}"],
            await AddressesAsync(request => sitemap.PartAsync(request, "2", default))
        );
    }

    private static RegisterEntry Entry(string title) =>
        RegisterEntry.From(AnApplication.WithoutFault.With(content => content with { Title = title }).Approved(), 1, code: null) with
        {
            ApprovedOn = new(2020, 1, 1),
        };

    /// <summary>Appends what the first entry says now.</summary>
    private Task AppendAsync(string title, int changes = 0, RegisterStatus status = RegisterStatus.Current) =>
        _app.AppendAsync(Listing, Entry(title) with { Status = status }, changes);

    private static async Task<int> FoundAsync(AppInProcess app, string word) =>
        (await app.Get<SearchIndex>().FindAsync(new() { Words = [word], Limit = 1 }, default)).Total;

    private async Task<int> CountedAsync(DateOnly asAt) =>
        (await _app.Get<RegisterHistory>().StatisticsAsync(await _app.Get<RegisterIndex>().AllAsync(default), asAt, default))
            .LevelByProviderType[^1]
            .Total;

    private async Task<List<string>> AddressesAsync(Func<HttpRequest, Task<IResult>> serve)
    {
        DefaultHttpContext context = new() { RequestServices = _app.Get<IServiceProvider>() };
        using MemoryStream body = new();
        context.Response.Body = body;
        await (await serve(context.Request)).ExecuteAsync(context);
        body.Position = 0;
        var root = XDocument.Load(body).Root!;
        return [.. root.Elements().Select(element => element.Elements().Single().Value)];
    }
}
