using System.Threading.Channels;
using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Runs activities, so many at a time, and brings their results to those who called them.</summary>
internal sealed partial class ActivityPool(
    IFunctionRunner runner, Payloads payloads, InstanceActors actors, WorkGauge gauge, ILogger logger)
{
    private readonly Channel<ActivityCall> _calls = Channel.CreateUnbounded<ActivityCall>();
    private volatile bool _isClosed;

    /// <summary>Runs an activity, unless it runs already; or leaves it to the next engine when this one is to stop.</summary>
    public void Start(ActivityCall call)
    {
        if (_isClosed || !call.Caller.Runs(call.ExecutionId, call.Activity.Id))
            return;

        gauge.Enter();
        _calls.Writer.TryWrite(call);
    }

    /// <summary>Starts no more activities.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Runs one activity after the other until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var call in _calls.Reader.ReadAllAsync(cancellationToken))
        {
            if (!_isClosed)
            {
                var end = await RunAsync(call, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                actors.Post(call.Caller.InstanceId, new TaskEnded(call.ExecutionId, end));
            }

            gauge.Exit();
        }
    }

    private async Task<ArrivedEvent> RunAsync(ActivityCall call, CancellationToken cancellationToken)
    {
        var (id, name, input) = call.Activity;
        if (!runner.HasActivity(name))
            return new TaskFailed(id, Failures.NoSuchActivity(name));

        try
        {
            var result = await runner.RunActivityAsync(name, call.Caller.InstanceId, input, call.TraceParent, cancellationToken);
            return new TaskCompleted(id, payloads.Write(result, $"The result of activity '{name}'"));
        }
        catch (Exception thrown)
        {
            LogFailure(logger, thrown, name, id, call.Caller.InstanceId);
            return new TaskFailed(id, TaskFailureDetails.FromException(thrown));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Activity {Name} (#{TaskId}) of {InstanceId} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string name, int taskId, string instanceId);
}
