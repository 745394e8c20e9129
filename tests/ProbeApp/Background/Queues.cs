using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Background;

/// <summary>Queue functions that note each message they receive.</summary>
internal sealed class Queues(Journal journal)
{
    [Function("TakeText")]
    public void TakeText([QueueTrigger("texts")] string message) => journal.Write($"text {message}");

    /// <summary>Fails as often as the letter says.</summary>
    [Function("TakeLetter")]
    public void TakeLetter([QueueTrigger("letters")] Letter letter, FunctionContext context)
    {
        var count = int.Parse(context.BindingContext.BindingData["DequeueCount"]!.ToString()!, CultureInfo.InvariantCulture);
        journal.Write($"letter to {letter.To}, {letter.Kind}, try {count}");
        if (count <= letter.Failures)
        {
            throw new InvalidOperationException("on purpose");
        }
    }

    [Function("TakeSlowly")]
    public async Task TakeSlowlyAsync([QueueTrigger("slow")] string message)
    {
        journal.Write($"slow {message} begins");
        await Task.Delay(TimeSpan.FromSeconds(3));
        journal.Write($"slow {message} ends");
    }

    internal enum LetterKind
    {
        Decision,
    }

    internal sealed record Letter(string To, LetterKind Kind, int Failures);
}
