using System.Collections.Concurrent;
using System.Threading.Channels;
using MicroCred.Emulator.Durable.Engine.Messages;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Brings messages to instances, and lets instances take turns: many at a time, but each instance one after the other.</summary>
internal sealed class InstanceActors(WorkGauge gauge)
{
    private readonly ConcurrentDictionary<string, InstanceActor> _actors = new(StringComparer.Ordinal);
    private readonly Channel<InstanceActor> _ready = Channel.CreateUnbounded<InstanceActor>();
    private volatile bool _isClosed;

    public int Count => _actors.Count;

    public void Post(string instanceId, Message message)
    {
        gauge.Enter();
        while (!_isClosed)
        {
            var actor = _actors.GetOrAdd(instanceId, id => new InstanceActor(id));
            if (actor.TryTake(message, out var needsTurn))
            {
                if (needsTurn)
                    _ready.Writer.TryWrite(actor);

                return;
            }

            _actors.TryRemove(KeyValuePair.Create(instanceId, actor));
        }

        message.Abandon();
        gauge.Exit();
    }

    /// <summary>Lets instances take turns until the token is cancelled.</summary>
    /// <param name="takeTurn">Takes a turn, and says with how many of the messages it has dealt.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<InstanceActor, IReadOnlyList<Message>, Task<int>> takeTurn, CancellationToken cancellationToken)
    {
        await foreach (var actor in _ready.Reader.ReadAllAsync(cancellationToken))
        {
            var batch = actor.TakeBatch();
            var dealtWith = await takeTurn(actor, batch);
            actor.PutBack(batch[dealtWith..]);
            if (actor.EndTurn(out var isForgotten))
                _ready.Writer.TryWrite(actor);
            else if (isForgotten)
                _actors.TryRemove(KeyValuePair.Create(actor.InstanceId, actor));

            for (var message = 0; message < dealtWith; message++)
                gauge.Exit();
        }
    }

    /// <summary>Takes no more messages, and lets those know who wait for an answer.</summary>
    public void Close()
    {
        _isClosed = true;
        foreach (var message in _actors.Values.SelectMany(actor => actor.TakeAll()))
            message.Abandon();
    }
}
