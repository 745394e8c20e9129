using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

public sealed class HealthTests
{
    private static readonly Uri Health = new("/api/health", UriKind.Relative);

    [Fact]
    public async Task It_tells_what_waits_what_was_set_aside_and_since_when_an_act_is_broken_off()
    {
        await using var app = await RunningApp.StartAsync("SWEEP_SCHEDULE=0 0 0 1 1 *");
        await new QueueClient(app.ConnectionString, "notifications").SendMessageAsync("later", TimeSpan.FromHours(1));
        QueueClient aside = new(app.ConnectionString, "notifications-poison");
        await aside.CreateAsync();
        await aside.SendMessageAsync("one");
        var oldest = app.Get<TimeProvider>().GetUtcNow().AddMinutes(-10);
        var id = await app.DraftAsync(AnApplication.WithoutFault);
        await app.Worklists.AddToOutboxAsync(new OutboxEntry(id, Guid.NewGuid(), 1, oldest.AddMinutes(5)), default);
        await app.Worklists.AddToOutboxAsync(new OutboxEntry(id, Guid.NewGuid(), 1, oldest), default);
        await app.Worklists.AddToOutboxAsync(
            new OutboxEntry(ApplicationId.New(Guid.NewGuid()), Guid.NewGuid(), 2, oldest.AddMinutes(-5)),
            default
        );

        using var keeper = app.As("operator");
        var health = await keeper.GetFromJsonAsync<JsonElement>(Health);

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.Equal(
            (1, 1),
            (
                health.GetProperty("notifications").GetProperty("waiting").GetInt32(),
                health.GetProperty("notifications").GetProperty("setAside").GetInt32()
            )
        );
        Assert.Equal(oldest, health.GetProperty("oldestBrokenOffAct").GetDateTimeOffset());
    }

    [Fact]
    public async Task It_says_which_service_of_the_account_is_missing()
    {
        await using var app = await RunningApp.StartAsync("SWEEP_SCHEDULE=0 0 0 1 1 *");
        await new TableServiceClient(app.ConnectionString).DeleteTableAsync("Underway");

        using var keeper = app.As("operator");
        using var answer = await keeper.GetAsync(Health);
        var storage = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("services");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            ("Down", "Up", "Up"),
            (storage.GetProperty("tables").GetString(), storage.GetProperty("blobs").GetString(), storage.GetProperty("queues").GetString())
        );
    }

    [Fact]
    public async Task The_public_is_told_up_or_down_and_no_more()
    {
        await using var app = await RunningApp.StartAsync("SWEEP_SCHEDULE=0 0 0 1 1 *");
        foreach (var persona in new[] { "nobody", "mito", "evaluator-1", "registrar", "funding-adviser", "no-role" })
        {
            using var anyone = app.As(persona);
            Assert.Equal("""{"status":"Healthy","storage":"Up"}""", await anyone.GetStringAsync(Health));
        }

        await new TableServiceClient(app.ConnectionString).DeleteTableAsync("Underway");
        using var nobody = app.As("nobody");
        await Patience.UntilAsync(
            async () => (await nobody.GetAsync(Health)).StatusCode == HttpStatusCode.ServiceUnavailable,
            () => "It isn't said to be down."
        );
        using var down = await nobody.GetAsync(Health);
        Assert.Equal("""{"status":"Unhealthy","storage":"Down"}""", await down.Content.ReadAsStringAsync());
    }
}
