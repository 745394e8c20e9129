using Grpc.Core;
using MicroCred.Host.Worker.Messages;
using RpcException = Grpc.Core.RpcException;

namespace MicroCred.Host.Worker;

/// <summary>Takes a worker's call and gives the stream to whoever started that worker.</summary>
internal sealed class WorkerRpc(Workers workers) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.StartStream is not { } start
            || workers.Expected(start.WorkerId) is not { } channel)
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker was started."));
        }

        await channel.RunAsync(new Begun(requestStream), responseStream, context.CancellationToken);
    }

    /// <summary>A stream whose first message was read already, and comes again.</summary>
    private sealed class Begun(IAsyncStreamReader<StreamingMessage> stream) : IAsyncStreamReader<StreamingMessage>
    {
        private bool _repeats = true;

        public StreamingMessage Current => stream.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var first = _repeats;
            _repeats = false;
            return first ? Task.FromResult(true) : stream.MoveNext(cancellationToken);
        }
    }
}
