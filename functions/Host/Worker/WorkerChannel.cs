using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using MicroCred.Host.Storage;
using MicroCred.Host.Worker.Messages;
using Answered = MicroCred.Host.Worker.Messages.StreamingMessage.ContentOneofCase;
using RpcException = Grpc.Core.RpcException;

namespace MicroCred.Host.Worker;

/// <summary>The gRPC channel to one worker process: the worker reports its functions, then runs them.</summary>
internal sealed class WorkerChannel(ILoggerFactory loggers) : IDisposable
{
    private readonly Channel<StreamingMessage> _toWorker = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string? HttpUri { get; private set; }

    /// <summary>The functions by name, after <see cref="PrepareAsync"/>.</summary>
    public IReadOnlyDictionary<string, FunctionMetadata> Functions { get; private set; } = new Dictionary<string, FunctionMetadata>();

    public CancellationToken Ended => _ended.Token;

    public bool IsIdle => _awaited.IsEmpty;

    /// <summary>Exchanges messages until the worker is gone.</summary>
    public async Task RunAsync(IAsyncStreamReader<StreamingMessage> fromWorker, IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        _connected.TrySetResult();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, Ended);
        var sending = SendAsync(toWorker, either.Token);
        try
        {
            await foreach (var message in fromWorker.ReadAllAsync(either.Token))
                Take(message);
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or RpcException)
        {
            // The worker has ended; its process reports that.
        }

        End();
        await sending;
    }

    /// <summary>Initializes the worker and loads its functions.</summary>
    /// <exception cref="InvalidOperationException">The worker reports a failure.</exception>
    /// <exception cref="WorkerProcessExitException">The worker ended first.</exception>
    public async Task PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        await using (Ended.Register(() => _connected.TrySetException(new WorkerProcessExitException())))
            await _connected.Task.WaitAsync(cancellationToken);

        WorkerInitRequest greeting = new() { HostVersion = "4.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder };
        greeting.Capabilities.Add("MultiStream", "true");
        var initialised = (await AskAsync($"{Answered.WorkerInitResponse}", new() { WorkerInitRequest = greeting }, cancellationToken)).WorkerInitResponse;
        Demand(initialised.Result, "The worker didn't start");
        HttpUri = initialised.Capabilities.GetValueOrDefault("HttpUri");

        FunctionsMetadataRequest question = new() { FunctionAppDirectory = folder };
        var indexed = (await AskAsync($"{Answered.FunctionMetadataResponse}", new() { FunctionsMetadataRequest = question }, cancellationToken)).FunctionMetadataResponse;
        Demand(indexed.Result, "The worker couldn't list its functions");
        Functions = indexed.FunctionMetadataResults.Select(message => new FunctionMetadata(message)).ToDictionary(function => function.Name);
        await Task.WhenAll(Functions.Values.Select(function => LoadAsync(function, cancellationToken)));

        // The worker starts its HTTP server last: a request before that would be refused, and its function wait in vain.
        while (HttpUri is not null && !await LocalAccount.IsListeningAsync(new Uri(HttpUri).Port, cancellationToken))
        {
            if (Ended.IsCancellationRequested)
                throw new WorkerProcessExitException();
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <exception cref="FunctionFailedException">The function failed.</exception>
    /// <exception cref="WorkerProcessExitException">The worker ended first.</exception>
    public async Task<TypedData?> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        await using var cancelled = cancellationToken.Register(() => Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        var response = (await AskAsync(request.InvocationId, new() { InvocationRequest = request }, CancellationToken.None)).InvocationResponse;
        return response.Result.Status switch
        {
            StatusResult.Types.Status.Success => response.ReturnValue,
            StatusResult.Types.Status.Cancelled => throw new OperationCanceledException(response.Result.Exception?.Message),
            _ => throw new FunctionFailedException(response.Result),
        };
    }

    public void Terminate(TimeSpan grace) => Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    /// <summary>Fails all waiting calls because the worker is gone.</summary>
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

    /// <summary>A function that can't be loaded fails only when it is called.</summary>
    private async Task LoadAsync(FunctionMetadata function, CancellationToken cancellationToken)
    {
        FunctionLoadRequest load = new() { FunctionId = function.Id, Metadata = function.Message };
        var loaded = (await AskAsync(function.Id, new() { FunctionLoadRequest = load }, cancellationToken)).FunctionLoadResponse;
        if (loaded.Result is { Status: not StatusResult.Types.Status.Success } fault)
            loggers.CreateLogger("Host.Worker")
                .LogError("{Function} couldn't be loaded: {Why}", function.Name, (fault.Exception?.Message ?? fault.Result).Split('\n')[0]);
    }

    private void Take(StreamingMessage message)
    {
        if (message.RpcLog is { } line)
        {
            // The worker's exception message already contains the stack trace.
            var text = line.Exception is { } exception ? $"{line.Message}\n{exception.Message}" : line.Message;
            loggers.CreateLogger($"{line.Category} (worker)").Log((LogLevel)line.Level, "{Said}", text);
            return;
        }

        var question = message.InvocationResponse?.InvocationId ?? message.FunctionLoadResponse?.FunctionId ?? $"{message.ContentCase}";
        if (_awaited.TryRemove(question, out var answer))
            answer.TrySetResult(message);
    }

    private async Task<StreamingMessage> AskAsync(string question, StreamingMessage message, CancellationToken cancellationToken)
    {
        TaskCompletionSource<StreamingMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[question] = answer;
        Send(message);
        await using (Ended.Register(() => answer.TrySetException(new WorkerProcessExitException())))
            return await answer.Task.WaitAsync(cancellationToken);
    }

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _toWorker.Writer.TryWrite(message); // Fails only once the worker is gone, which fails all waiting calls.
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
