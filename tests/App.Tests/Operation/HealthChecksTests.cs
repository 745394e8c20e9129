using MicroCred.App.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Operation;

public sealed class HealthChecksTests
{
    private const string Requests = "microcred.storage.requests";

    [Fact]
    public async Task A_flood_of_callers_costs_three_requests_until_the_answer_is_old()
    {
        FixedClock clock = new(Moments.Monday);
        using AppServices app = new(await SharedStorage.AccountOfItsOwnAsync(), clock);
        await app.CreateStorageAsync();
        using Measurements measured = new(app);
        var checks = app.Get<HealthChecks>();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => checks.RecentAsync(default)));
        Assert.Equal(3, Count(measured));
        clock.Now += HealthChecks.Fresh - TimeSpan.FromTicks(1);
        Assert.True((await checks.RecentAsync(default)).IsUp);
        Assert.Equal(3, Count(measured));
        clock.Now += TimeSpan.FromTicks(1);
        Assert.True((await checks.RecentAsync(default)).IsUp);
        Assert.Equal(6, Count(measured));
    }

    private static double Count(Measurements measured) => measured.TagsOf(Requests).Distinct().Sum(tag => measured.Of(Requests, tag).Sum());
}
