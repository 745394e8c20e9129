using System.Diagnostics;
using MicroCred.Host.Worker;
using MicroCred.Host.Worker.Messages;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;

namespace MicroCred.Host.Functions;

/// <summary>Where the job host's functions lead to: each emitted method calls this, which has the worker run the function of its name.</summary>
public static class Dispatcher
{
    private static volatile TaskCompletionSource<string> _durableClient = NoDurableClient();

    /// <summary>The extension's ones are ISO texts that must come back as they are, not as a date in another form.</summary>
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    internal static Workers Workers { get; set; } = null!;

    /// <summary>Has the durable extension give its client to <see cref="TakeDurableClient"/>.</summary>
    internal static Func<Task> AskForDurableClient { get; set; } = () => Task.CompletedTask;

    /// <summary>Takes what a <c>[DurableClient]</c> parameter is bound to: how the worker reaches the engine.</summary>
    public static void TakeDurableClient(string client) => _durableClient.TrySetResult(client);

    /// <summary>Another job host serves the engine at another address.</summary>
    internal static void ForgetDurableClient() => _durableClient = NoDurableClient();

    /// <summary>Runs a function whose trigger has no result.</summary>
    public static Task RunAsync(string name, object trigger, Binder binder, CancellationToken cancel) => CallAsync(name, trigger, binder, cancel);

    /// <summary>Runs a function whose trigger takes its result: an orchestration or an activity.</summary>
    public static async Task<object?> CallAsync(string name, object trigger, Binder binder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(binder);
        var worker = await Workers.ReadyAsync(cancel);
        var function = worker.Functions[name];
        InvocationRequest request = new() { InvocationId = Guid.NewGuid().ToString(), FunctionId = function.Id, TraceContext = Trace() };
        request.InputData.Add(new ParameterBinding { Name = function.TriggerName, Data = ToData(trigger) });
        await AddDurableClientsAsync(request, function);
        foreach (var (key, value) in binder.BindingData)
        {
            if (key != "sys" && value is not null)
                request.TriggerMetadata[key] = ToData(value);
        }

        var data = await worker.InvokeAsync(request, cancel);
        return data?.DataCase switch
        {
            TypedData.DataOneofCase.String => data.String,
            TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json, AsWritten),
            TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
            TypedData.DataOneofCase.Int => data.Int,
            TypedData.DataOneofCase.Double => data.Double,
            _ => null,
        };
    }

    internal static async Task AddDurableClientsAsync(InvocationRequest request, FunctionMetadata function)
    {
        foreach (var parameter in function.DurableClients)
        {
            var client = _durableClient;
            if (!client.Task.IsCompleted)
                await AskForDurableClient();
            request.InputData.Add(new ParameterBinding { Name = parameter, Data = new TypedData { String = await client.Task } });
        }
    }

    internal static RpcTraceContext Trace() => Activity.Current is { } activity
        ? new RpcTraceContext { TraceParent = activity.Id ?? "", TraceState = activity.TraceStateString ?? "" }
        : new RpcTraceContext();

    private static TaskCompletionSource<string> NoDurableClient() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TypedData ToData(object value) => value switch
    {
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = Google.Protobuf.ByteString.CopyFrom(bytes) },
        TimerInfo timer => new TypedData { Json = JsonConvert.SerializeObject(new { timer.ScheduleStatus, timer.IsPastDue }) },
        _ => new TypedData { Json = JsonConvert.SerializeObject(value) },
    };
}
