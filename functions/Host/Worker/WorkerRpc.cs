using Grpc.Core;
using MicroCred.Host.Worker.Messages;
using RpcException = Grpc.Core.RpcException;

namespace MicroCred.Host.Worker;

/// <summary>Accepts a worker's call and passes the stream to its channel.</summary>
internal sealed class WorkerRpc(Workers workers) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var started = await requestStream.MoveNext(context.CancellationToken) ? requestStream.Current.StartStream : null;
        if (started is null || workers.Expected(started.WorkerId) is not { } channel)
            throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker was started."));
        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}
