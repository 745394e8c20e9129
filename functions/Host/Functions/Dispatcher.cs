using System.Diagnostics;
using MicroCred.Host.Worker;
using MicroCred.Host.Worker.Messages;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;

namespace MicroCred.Host.Functions;

/// <summary>The target of the emitted methods: each calls this to have the worker run the function of its name.</summary>
public static class Dispatcher
{
    /// <summary>Keeps the extension's ISO dates as text, so that they aren't reformatted.</summary>
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    private static volatile string _durableClient = "";

    internal static Workers Workers { get; set; } = null!;

    /// <summary>Makes the Durable extension call <see cref="TakeDurableClient"/>, once per job host, on first use.</summary>
    internal static Lazy<Task> AskForDurableClient { get; set; } = new(Task.CompletedTask);

    /// <summary>Stores the client data with which the worker reaches the engine.</summary>
    public static void TakeDurableClient(string client) => _durableClient = client;

    /// <summary>Runs a function whose trigger has no result.</summary>
    public static Task RunAsync(string name, object trigger, Binder binder, CancellationToken cancellationToken) => CallAsync(name, trigger, binder, cancellationToken);

    /// <summary>Runs a function whose trigger takes its result: an orchestration or an activity.</summary>
    public static async Task<object?> CallAsync(string name, object trigger, Binder binder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(binder);
        var worker = await Workers.ReadyAsync(cancellationToken);
        var request = await RequestAsync(worker.Functions[name], ToData(trigger), Trace());
        foreach (var (key, value) in binder.BindingData)
        {
            if (key != "sys" && value is not null)
                request.TriggerMetadata[key] = ToData(value);
        }

        var data = await worker.InvokeAsync(request, cancellationToken);
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

    /// <summary>A function's invocation: its trigger's data, and the durable client for each parameter that takes one.</summary>
    internal static async Task<InvocationRequest> RequestAsync(FunctionMetadata function, TypedData trigger, RpcTraceContext trace)
    {
        InvocationRequest request = new() { InvocationId = Guid.NewGuid().ToString(), FunctionId = function.Id, TraceContext = trace };
        request.InputData.Add(new ParameterBinding { Name = function.TriggerName, Data = trigger });
        foreach (var parameter in function.DurableClients)
        {
            await AskForDurableClient.Value;
            request.InputData.Add(new ParameterBinding { Name = parameter, Data = new TypedData { String = _durableClient } });
        }

        return request;
    }

    internal static RpcTraceContext Trace() =>
        new() { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" };

    private static TypedData ToData(object value) => value switch
    {
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = Google.Protobuf.ByteString.CopyFrom(bytes) },
        TimerInfo timer => new TypedData { Json = JsonConvert.SerializeObject(new { timer.ScheduleStatus, timer.IsPastDue }) },
        _ => new TypedData { Json = JsonConvert.SerializeObject(value) },
    };
}
