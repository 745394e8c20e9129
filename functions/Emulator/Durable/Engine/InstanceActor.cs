using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>
/// An instance for as long as something is going on with it: messages that wait for its next turn, activities that run. Then it is
/// forgotten; one that merely waits has no actor.
/// </summary>
internal sealed class InstanceActor(string instanceId)
{
    /// <summary>How many bytes of payload a turn takes in, as long as there is more than one message.</summary>
    private const int HeaviestBatch = Payloads.MaxBytes;

    private readonly Queue<Message> _messages = new();
    private readonly HashSet<(string ExecutionId, int TaskId)> _running = [];
    private bool _isQueued;
    private bool _isForgotten;

    public string InstanceId => instanceId;

    /// <summary>The instance as it was last written, while more is sure to come; only the turn uses it.</summary>
    public Snapshot? LastWritten { get; set; }

    /// <summary>Takes a message in; false when the actor has been forgotten meanwhile.</summary>
    /// <param name="message">The message.</param>
    /// <param name="needsTurn">Whether a turn has to be asked for.</param>
    public bool TryTake(Message message, out bool needsTurn)
    {
        lock (_messages)
        {
            needsTurn = !_isForgotten && !_isQueued;
            if (_isForgotten)
                return false;

            _messages.Enqueue(message);
            _isQueued = true;
            return true;
        }
    }

    /// <summary>What the next turn deals with.</summary>
    public List<Message> TakeBatch()
    {
        lock (_messages)
        {
            var batch = new List<Message>(_messages.Count);
            var weight = 0;
            while (_messages.TryPeek(out var next) && (batch.Count == 0 || weight + next.Weight <= HeaviestBatch))
            {
                weight += next.Weight;
                batch.Add(_messages.Dequeue());
            }

            return batch;
        }
    }

    /// <summary>Everything that waits, when there will be no more turns.</summary>
    public IReadOnlyList<Message> TakeAll()
    {
        lock (_messages)
        {
            Message[] all = [.. _messages];
            _messages.Clear();
            return all;
        }
    }

    /// <summary>Puts back what the turn could not deal with, before what has come since.</summary>
    public void PutBack(List<Message> messages)
    {
        if (messages.Count == 0)
            return;

        lock (_messages)
        {
            Message[] later = [.. _messages];
            _messages.Clear();
            foreach (var message in messages.Concat(later))
                _messages.Enqueue(message);
        }
    }

    /// <summary>Ends a turn; true when another is needed.</summary>
    /// <param name="isForgotten">Whether nothing goes on any more.</param>
    public bool EndTurn(out bool isForgotten)
    {
        lock (_messages)
        {
            _isQueued = _messages.Count > 0;
            isForgotten = _isForgotten = !_isQueued && _running.Count == 0;
            return _isQueued;
        }
    }

    /// <summary>Notes that an activity runs; false when it does already.</summary>
    public bool Runs(string executionId, int taskId)
    {
        lock (_messages)
            return _running.Add((executionId, taskId));
    }

    /// <summary>Notes that an activity has ended.</summary>
    public void HasRun(string executionId, int taskId)
    {
        lock (_messages)
            _running.Remove((executionId, taskId));
    }
}
