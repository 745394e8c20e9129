using System.Globalization;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Tests.Queues;

internal sealed record Letter(string To, int Number);

internal sealed class Texts(Taken taken)
{
    [Function("Texts")]
    public void Run([QueueTrigger("%QUEUE%")] string message) => taken.Add(message);
}

internal sealed class Records(Taken taken)
{
    [Function("Records")]
    public void Run([QueueTrigger("%QUEUE%")] Letter letter) => taken.Add(letter.ToString());
}

internal sealed class FailsTwice(Taken taken)
{
    [Function("FailsTwice")]
    public void Run([QueueTrigger("%QUEUE%")] string message, FunctionContext context)
    {
        var count = int.Parse((string)context.BindingContext.BindingData["DequeueCount"]!, CultureInfo.InvariantCulture);
        taken.Add($"{message} {count}");
        if (count < 3)
            throw new InvalidOperationException("on purpose");
    }
}

internal sealed class FailsAlways(Taken taken)
{
    [Function("FailsAlways")]
    public void Run([QueueTrigger("%QUEUE%")] string message)
    {
        taken.Add(message);
        throw new InvalidOperationException("on purpose");
    }
}

/// <summary>Ends a message only when another is in work as well.</summary>
internal sealed class Meets(Taken taken)
{
    private static readonly Barrier Both = new(2);

    [Function("Meets")]
    public async Task Run([QueueTrigger("%QUEUE%")] string message)
    {
        await Task.Run(() => Both.SignalAndWait(TimeSpan.FromSeconds(30)));
        taken.Add(message);
    }
}

internal sealed class Waits(Taken taken)
{
    [Function("Waits")]
    public async Task Run([QueueTrigger("%QUEUE%")] string message)
    {
        taken.Add(message);
        await taken.Finish.Task;
        taken.Add($"{message} done");
    }
}
