using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using MicroCred.Host.Worker.Messages;
using RpcException = Grpc.Core.RpcException;

namespace MicroCred.Host.Worker;

/// <summary>The conversation with one worker process: it says what functions it has, then runs them.</summary>
internal sealed class WorkerChannel(string workerId, WorkerLog log) : IDisposable
{
    private readonly Channel<StreamingMessage> _toWorker = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invocations = new();
    private readonly ConcurrentDictionary<StreamingMessage.ContentOneofCase, TaskCompletionSource<StreamingMessage>> _answers = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<FunctionLoadResponse>> _loads = new();
    private readonly CancellationTokenSource _ended = new();

    public string WorkerId => workerId;

    /// <summary>Where the worker serves HTTP itself; null for one that doesn't.</summary>
    public string? HttpUri { get; private set; }

    /// <summary>The functions, by name, once <see cref="PrepareAsync"/> has asked for them.</summary>
    public IReadOnlyDictionary<string, FunctionMetadata> Functions { get; private set; } = new Dictionary<string, FunctionMetadata>();

    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether it runs no function at the moment.</summary>
    public bool IsIdle => _invocations.IsEmpty;

    /// <summary>Carries messages both ways until the worker is gone.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> fromWorker, IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, Ended);
        var sending = SendAsync(toWorker, either.Token);
        try
        {
            await foreach (var message in fromWorker.ReadAllAsync(either.Token))
                Take(message);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or RpcException)
        {
            // The worker is gone, which its process tells.
        }

        End();
        await sending;
    }

    /// <summary>Greets the worker and loads its functions.</summary>
    /// <exception cref="InvalidOperationException">The worker says that something failed.</exception>
    public async Task PrepareAsync(string workerDirectory, string appDirectory, CancellationToken stop)
    {
        await AnswerAsync(StreamingMessage.ContentOneofCase.StartStream, null, stop);
        var initialised = await AnswerAsync(
            StreamingMessage.ContentOneofCase.WorkerInitResponse,
            new()
            {
                WorkerInitRequest = new()
                {
                    HostVersion = "4.0.0",
                    WorkerDirectory = workerDirectory,
                    FunctionAppDirectory = appDirectory,
                    Capabilities = { ["MultiStream"] = "true" },
                },
            },
            stop);
        Demand(initialised.WorkerInitResponse.Result, "The worker didn't start");
        HttpUri = initialised.WorkerInitResponse.Capabilities.GetValueOrDefault("HttpUri");

        var indexed = await AnswerAsync(
            StreamingMessage.ContentOneofCase.FunctionMetadataResponse, new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = appDirectory } }, stop);
        Demand(indexed.FunctionMetadataResponse.Result, "The worker couldn't list its functions");
        Functions = indexed.FunctionMetadataResponse.FunctionMetadataResults.Select(FunctionMetadata.Of).ToDictionary(function => function.Name);

        var loaded = await Task.WhenAll(Functions.Values.Select(function => LoadAsync(function, stop)));
        foreach (var (function, response) in Functions.Values.Zip(loaded))
        {
            if (response.Result is { Status: not StatusResult.Types.Status.Success } fault)
                log.NotLoaded(function.Name, fault.Exception?.Message ?? fault.Result);
        }
    }

    /// <summary>Has a function run.</summary>
    /// <exception cref="FunctionFailedException">It failed.</exception>
    /// <exception cref="WorkerProcessExitException">The worker ended meanwhile.</exception>
    public async Task<TypedData?> InvokeAsync(InvocationRequest request, CancellationToken cancel)
    {
        TaskCompletionSource<InvocationResponse> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _invocations[request.InvocationId] = answered;
        await using var cancelled = cancel.Register(() => Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        try
        {
            Send(new() { InvocationRequest = request });
            var response = await OrEnd(answered.Task);
            return response.Result.Status switch
            {
                StatusResult.Types.Status.Success => response.ReturnValue,
                StatusResult.Types.Status.Cancelled => throw new OperationCanceledException(response.Result.Exception?.Message),
                _ => throw new FunctionFailedException(response.Result),
            };
        }
        finally
        {
            _invocations.TryRemove(request.InvocationId, out _);
        }
    }

    /// <summary>Asks the worker to finish what it does and end.</summary>
    public void Terminate(TimeSpan grace) => Send(new() { WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) } });

    /// <summary>The worker is gone: whoever waits for it learns so.</summary>
    public void End()
    {
        _toWorker.Writer.TryComplete();
        _ended.Cancel();
    }

    public void Dispose() => _ended.Dispose();

    private static void Demand(StatusResult? result, string otherwise)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
            throw new InvalidOperationException($"{otherwise}: {result.Exception?.Message ?? result.Result}");
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log.Write(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_invocations.TryGetValue(message.InvocationResponse.InvocationId, out var invocation))
                    invocation.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Load(message.FunctionLoadResponse.FunctionId).TrySetResult(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.None:
                break; // One of the messages that the Host has no use for.
            default:
                Answer(message.ContentCase).TrySetResult(message);
                break;
        }
    }

    private Task<FunctionLoadResponse> LoadAsync(FunctionMetadata function, CancellationToken stop)
    {
        var loaded = Load(function.Id);
        Send(new() { FunctionLoadRequest = new() { FunctionId = function.Id, Metadata = function.Message } });
        return OrEnd(loaded.Task.WaitAsync(stop));
    }

    private Task<StreamingMessage> AnswerAsync(StreamingMessage.ContentOneofCase expected, StreamingMessage? request, CancellationToken stop)
    {
        var answer = Answer(expected);
        if (request is not null)
            Send(request);
        return OrEnd(answer.Task.WaitAsync(stop));
    }

    private async Task<T> OrEnd<T>(Task<T> task)
    {
        try
        {
            return await task.WaitAsync(Ended);
        }
        catch (OperationCanceledException) when (Ended.IsCancellationRequested && !task.IsCompletedSuccessfully)
        {
            throw new WorkerProcessExitException();
        }
    }

    private TaskCompletionSource<StreamingMessage> Answer(StreamingMessage.ContentOneofCase expected) =>
        _answers.GetOrAdd(expected, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource<FunctionLoadResponse> Load(string function) =>
        _loads.GetOrAdd(function, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _toWorker.Writer.TryWrite(message); // Refused only once the worker is gone, which ends whatever waits for an answer.
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        try
        {
            await foreach (var message in _toWorker.Reader.ReadAllAsync(gone))
                await toWorker.WriteAsync(message, gone);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or RpcException or InvalidOperationException)
        {
            // As above: the reading side ends the channel.
        }
    }
}
