using Azure.Storage.Queues;
using MicroCred.Emulator.Queues;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Queues;

public static class PollingTests
{
    [Fact]
    public static void An_empty_queue_is_looked_into_ever_less_often()
    {
        var interval = new PollingInterval(TimeSpan.FromMinutes(1));

        var seconds = Enumerable.Range(0, 12).Select(_ =>
        {
            var current = interval.Current.TotalSeconds;
            interval.FoundNothing();
            return current;
        });

        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 60, 60], seconds);
    }

    [Fact]
    public static void After_a_message_it_is_looked_into_often_again()
    {
        var interval = new PollingInterval(TimeSpan.FromMinutes(1));
        interval.FoundNothing();

        interval.Found();

        Assert.Equal(0.1, interval.Current.TotalSeconds);
    }

    [Fact]
    public static async Task A_message_that_this_process_sends_rings()
    {
        var queue = new QueueClient(await SharedAzurite.ConnectionStringAsync(), $"q{Guid.NewGuid():N}");
        using var bell = new QueueBell();
        await queue.CreateAsync();
        var rung = bell.NextAsync();

        await queue.SendMessageAsync("a message");

        await rung.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
