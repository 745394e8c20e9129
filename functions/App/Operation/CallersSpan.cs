using System.Diagnostics;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Which span an invocation continues: that of an HTTP request's sender, or of whoever put a message into the queue, else what the host
/// says. For an orchestration's activities the host says the orchestration's own trace, which is that of the call that started it.
/// </summary>
internal static class CallersSpan
{
    /// <summary>The property in which a queue message of ours carries its sender's span: storage queues have no headers.</summary>
    private const string InMessage = "traceParent";

    public static ActivityContext Of(FunctionContext context)
    {
        ActivityContext sent = Read(context.GetHttpContext()?.Request.Headers.TraceParent.ToString() ?? FromMessage(context));
        ActivityContext given = Read(context.TraceContext.TraceParent);

        // A host that traces continues the sender's trace with a span of its own, which is then the nearer one.
        return sent == default || sent.TraceId == given.TraceId ? given : sent;
    }

    private static ActivityContext Read(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out ActivityContext context) ? context : default;

    private static string? FromMessage(FunctionContext context)
    {
        if (!context.BindingContext.BindingData.TryGetValue("QueueTrigger", out object? trigger) || trigger is not string message)
        {
            return null;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(message);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(InMessage, out JsonElement sender) && sender.ValueKind == JsonValueKind.String
                    ? sender.GetString()
                    : null;
        }
        catch (JsonException)
        {
            // The function itself will say what is wrong with it.
            return null;
        }
    }
}
