using Azure.Storage.Queues;
using MicroCred.Emulator.Tests.Durable.World;
using MicroCred.Emulator.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Queues;

/// <summary>A queue function on Azurite. Failed messages are tried again at once unless a test says otherwise.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    private readonly string _name = $"q{Guid.NewGuid():N}";
    private QueueClient _queue = null!;
    private QueueClient _poison = null!;

    public async Task InitializeAsync()
    {
        var connection = await SharedAzurite.ConnectionStringAsync();
        _queue = new QueueClient(connection, _name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        _poison = new QueueClient(connection, $"{_name}-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await _queue.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_text_reaches_its_function()
    {
        await using var app = await StartAsync(typeof(Texts));

        await _queue.SendMessageAsync("tēnā koe");

        Assert.Equal("tēnā koe", await TakenAsync(app));
        await EmptyAsync();
    }

    [Fact]
    public async Task A_record_is_read_with_the_app_s_serializer()
    {
        await using var app = await StartAsync(typeof(Records));

        await _queue.SendMessageAsync("""{ "to": "mito", "NUMBER": 7 }""");

        Assert.Equal("Letter { To = mito, Number = 7 }", await TakenAsync(app));
    }

    [Fact]
    public async Task What_was_waiting_is_taken_at_the_start()
    {
        await _queue.SendMessageAsync("early");

        await using var app = await StartAsync(typeof(Texts));

        Assert.Equal("early", await TakenAsync(app));
    }

    [Fact]
    public async Task A_queue_that_comes_later_is_found()
    {
        await _queue.DeleteAsync();
        await using var app = await StartAsync(typeof(Texts));

        await _queue.CreateAsync();
        await _queue.SendMessageAsync("late");

        Assert.Equal("late", await TakenAsync(app));
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_and_told_how_often()
    {
        await using var app = await StartAsync(typeof(FailsTwice));

        await _queue.SendMessageAsync("stubborn");

        Assert.Equal(["stubborn 1", "stubborn 2", "stubborn 3"], [await TakenAsync(app), await TakenAsync(app), await TakenAsync(app)]);
        await EmptyAsync();
        Assert.False(await _poison.ExistsAsync());
    }

    [Fact]
    public async Task After_five_failures_a_message_is_in_the_poison_queue()
    {
        await using var app = await StartAsync(typeof(FailsAlways));

        await _queue.SendMessageAsync("hopeless");

        Assert.Equal("hopeless", await PoisonAsync());
        await EmptyAsync();
        Assert.Equal(5, Log(app).Count);
    }

    [Fact]
    public async Task How_many_tries_there_are_is_in_host_json()
    {
        await using var app = await StartAsync(typeof(FailsAlways), "maxDequeueCount=2");

        await _queue.SendMessageAsync("hopeless");

        Assert.Equal("hopeless", await PoisonAsync());
        Assert.Equal(2, Log(app).Count);
    }

    [Theory]
    [InlineData("not a letter")]
    [InlineData("""{ "number": "seven" }""")]
    public async Task A_message_that_can_t_be_read_goes_the_same_way(string message)
    {
        await using var app = await StartAsync(typeof(Records));

        await _queue.SendMessageAsync(message);

        Assert.Equal(message, await PoisonAsync());
        Assert.Empty(Log(app));
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_goes_the_same_way()
    {
        await using var app = await StartAsync(typeof(Texts));

        await new QueueClient(await SharedAzurite.ConnectionStringAsync(), _name).SendMessageAsync("plain!");

        var plain = new QueueClient(await SharedAzurite.ConnectionStringAsync(), _poison.Name);
        Assert.Equal("plain!", await PoisonAsync(plain));
        Assert.Empty(Log(app));
    }

    [Fact]
    public async Task Plain_messages_are_taken_where_host_json_says_so()
    {
        await using var app = await StartAsync(typeof(Texts), "messageEncoding=none");

        await new QueueClient(await SharedAzurite.ConnectionStringAsync(), _name).SendMessageAsync("plain!");

        Assert.Equal("plain!", await TakenAsync(app));
    }

    [Fact]
    public async Task A_failed_message_rests_before_it_is_tried_again()
    {
        await using var app = await StartAsync(typeof(FailsAlways), "visibilityTimeout=01:00:00");

        await _queue.SendMessageAsync("resting");
        await TakenAsync(app);
        await app.StopAsync();

        Assert.Null((await _queue.PeekMessageAsync()).Value);
        Assert.Equal(1, (await _queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Messages_are_worked_on_side_by_side()
    {
        await using var app = await StartAsync(typeof(Meets));

        await Task.WhenAll(_queue.SendMessageAsync("one"), _queue.SendMessageAsync("two"));

        Assert.Equal(["one", "two"], new[] { await TakenAsync(app), await TakenAsync(app) }.Order());
    }

    [Fact]
    public async Task The_app_s_end_waits_for_what_is_in_work()
    {
        await using var app = await StartAsync(typeof(Waits));
        await _queue.SendMessageAsync("slow");
        await TakenAsync(app);

        var stop = app.StopAsync();
        Assert.False(stop.IsCompleted);
        app.Services.GetRequiredService<Taken>().Finish.SetResult();
        await stop;

        Assert.Equal(["slow", "slow done"], Log(app));
        await EmptyAsync();
    }

    private static Task<string> TakenAsync(TestApp app) => app.Services.GetRequiredService<Taken>().NextAsync();

    private static IReadOnlyCollection<string> Log(TestApp app) => app.Services.GetRequiredService<Taken>().All;

    private async Task<TestApp> StartAsync(Type functions, params string[] queues) => await TestApp.StartAsync(
        [functions],
        [$"QUEUE={_name}", $"AzureWebJobsStorage={await SharedAzurite.ConnectionStringAsync()}", .. queues.Select(queue => $"AzureFunctionsJobHost:extensions:queues:{queue}")],
        builder => builder.Services.AddSingleton<Taken>());

    private async Task<string> PoisonAsync(QueueClient? poison = null)
    {
        while (true)
        {
            if (await (poison ?? _poison).ExistsAsync() && (await (poison ?? _poison).ReceiveMessageAsync()).Value is { } message)
                return message.Body.ToString();
            await Task.Delay(20);
        }
    }

    private async Task EmptyAsync()
    {
        while ((await _queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
            await Task.Delay(20);
    }
}
