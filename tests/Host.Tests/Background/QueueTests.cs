using Azure.Storage.Queues;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support;

namespace MicroCred.Host.Tests.Background;

/// <summary>Messages that reach a function, and messages that can't. The app's host.json allows two tries per message.</summary>
[Collection(nameof(ProbeHost))]
public sealed class QueueTests(ProbeHost app)
{
    private readonly string _to = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task A_text_reaches_its_function()
    {
        await SendAsync("texts", $"tēnā koe {_to}");

        await app.Probe.JournalSaysAsync($"text tēnā koe {_to}");
    }

    [Fact]
    public async Task A_record_is_read_with_the_app_s_serializer_whatever_the_names_case()
    {
        await SendAsync("letters", $$"""{ "TO": "{{_to}}", "kind": "decision", "failures": 0 }""");

        await app.Probe.JournalSaysAsync($"letter to {_to}, Decision, try 1");
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_and_told_how_often()
    {
        await SendAsync("letters", $$"""{ "to": "{{_to}}", "kind": "decision", "failures": 1 }""");

        await app.Probe.JournalSaysAsync($"letter to {_to}, Decision, try 2");
        Assert.Equal(2, app.Probe.Journal.Count(line => line.Contains(_to, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_its_last_try_a_message_is_in_the_poison_queue()
    {
        var message = $$"""{ "to": "{{_to}}", "kind": "decision", "failures": 9 }""";
        await SendAsync("letters", message);

        await PoisonedAsync(app.Probe.Queue("letters-poison"), message);
        Assert.Equal(2, app.Probe.Journal.Count(line => line.Contains(_to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("not a letter")]
    [InlineData("{ \"failures\": \"many\" }")]
    public async Task A_message_that_does_not_bind_goes_the_same_way(string message)
    {
        await SendAsync("letters", $"{message} {_to}");

        await PoisonedAsync(app.Probe.Queue("letters-poison"), $"{message} {_to}");
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_goes_to_the_poison_queue()
    {
        var queue = app.Probe.PlainQueue("texts");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync($"plain! {_to}");

        await PoisonedAsync(app.Probe.PlainQueue("texts-poison"), $"plain! {_to}");
    }

    private async Task SendAsync(string queue, string message)
    {
        var client = app.Probe.Queue(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(message);
    }

    private static Task PoisonedAsync(QueueClient queue, string message) =>
        Patience.UntilAsync(
            async () =>
                await queue.ExistsAsync() && (await queue.PeekMessagesAsync(32)).Value.Any(poison => poison.Body.ToString() == message),
            () => $"'{message}' isn't in {queue.Name}"
        );
}
