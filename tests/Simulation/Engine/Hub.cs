using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// An engine's storage: the instances with their histories, their incoming messages, and the scheduled activities. All work has a due time;
/// faults and the order of simultaneous work come from the seed.
/// </summary>
internal sealed class Hub(VirtualClock clock, Random random, Faults faults)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Instance> _instances = [];

    /// <summary>What is to do, by its time: an instance's next turn, or an activity.</summary>
    private readonly SortedSet<Work> _work = new(
        Comparer<Work>.Create((one, other) => (one.Due, one.Number).CompareTo((other.Due, other.Number)))
    );
    private long _lastNumber;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When the next work is due; null where there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _work.Min?.Due;
            }
        }
    }

    public List<Instance> Instances()
    {
        lock (_lock)
        {
            return [.. _instances.Values];
        }
    }

    public Instance? Find(string id)
    {
        lock (_lock)
        {
            return _instances.GetValueOrDefault(id);
        }
    }

    /// <summary>A new id, determined by the seed.</summary>
    public string NewId()
    {
        lock (_lock)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes).ToString("N");
        }
    }

    public bool Remove(string id)
    {
        lock (_lock)
        {
            if (!_instances.Remove(id, out var removed))
            {
                return false;
            }

            Plan(removed, null);
            return true;
        }
    }

    /// <summary>Starts an instance.</summary>
    /// <param name="start">The message that starts it.</param>
    /// <param name="refused">Whether an existing instance with this id prevents the start.</param>
    /// <returns>Whether it was started.</returns>
    public bool Start(TaskMessage start, Func<Instance, bool> refused)
    {
        lock (_lock)
        {
            if (Find(start.OrchestrationInstance.InstanceId) is { } existing && refused(existing))
            {
                return false;
            }

            Send(start);
            return true;
        }
    }

    /// <summary>Sends a message to an instance. A start message creates the instance; others are lost where none is under way.</summary>
    /// <param name="message">The message.</param>
    /// <param name="due">When it arrives; by default at once.</param>
    public void Send(TaskMessage message, DateTimeOffset? due = null)
    {
        lock (_lock)
        {
            message.Event.Timestamp = Now.UtcDateTime;
            if (message.Event is ExecutionStartedEvent start)
            {
                due = start.ScheduledStartTime ?? due;
                var id = message.OrchestrationInstance.InstanceId;
                if (_instances.TryGetValue(id, out var earlier))
                {
                    Plan(earlier, null);
                }

                _instances[id] = new Instance(Pending(start));
            }

            if (_instances.GetValueOrDefault(message.OrchestrationInstance.InstanceId) is not { HasEnded: false } instance)
            {
                return;
            }

            var isEvent = message.Event is EventRaisedEvent;
            var late = isEvent && Strikes(faults.EventLate) ? TimeSpan.FromSeconds(random.Next(300)) : TimeSpan.Zero;
            var delivery = new Delivery(Payload.Write(message), (due ?? Now) + late);
            instance.Inbox.Add(delivery);
            if (isEvent && Strikes(faults.EventTwice))
            {
                instance.Inbox.Add(delivery with { Due = delivery.Due.AddSeconds(random.Next(300)) });
            }

            Plan(instance);
        }
    }

    /// <summary>Schedules an activity to run at least once.</summary>
    public void Schedule(TaskMessage activity)
    {
        lock (_lock)
        {
            activity.Event.Timestamp = Now.UtcDateTime;
            Delivery delivery = new(Payload.Write(activity), Now);
            Add(delivery);
            if (Strikes(faults.ActivityTwice))
            {
                Add(delivery);
            }
        }
    }

    /// <summary>Delivers an activity's result to its instance, or loses it and runs the activity again.</summary>
    public void Finish(Delivery activity, TaskMessage result)
    {
        lock (_lock)
        {
            if (Strikes(faults.ResultLost))
            {
                Add(activity with { Due = Now + Faults.TakenUpAgainAfter });
            }
            else
            {
                Send(result);
            }
        }
    }

    /// <summary>Stores a turn's result, or loses it and repeats the turn.</summary>
    /// <returns>Whether it was stored.</returns>
    public bool Keep(Turn turn, OrchestrationRuntimeState after, OrchestrationState? state)
    {
        lock (_lock)
        {
            if (Strikes(faults.TurnRedone))
            {
                turn.Instance.Inbox.RemoveAll(turn.Taken.Contains);
                turn.Instance.Inbox.InsertRange(0, turn.Taken.Select(taken => taken with { Due = Now + Faults.TakenUpAgainAfter }));
                Plan(turn.Instance);
                return false;
            }

            // Without a state there was no instance to receive the messages.
            turn.Instance.Keep(turn.Taken, after, state ?? turn.Instance.State);
            Plan(turn.Instance);
            return true;
        }
    }

    /// <summary>Takes one due turn or activity; null where there is none.</summary>
    public object? TakeDue()
    {
        lock (_lock)
        {
            List<Work> due = [.. _work.TakeWhile(work => work.Due <= Now)];
            if (due.Count == 0)
            {
                return null;
            }

            var taken = due[random.Next(due.Count)];
            if (taken.What is Instance instance)
            {
                return new Turn(instance, [.. instance.Inbox.Where(delivery => delivery.Due <= Now)]);
            }

            _work.Remove(taken);
            return new ActivityRun((Delivery)taken.What);
        }
    }

    /// <summary>Plans an instance's next turn anew, after its messages, or whether it is refused, changed.</summary>
    public void Plan(Instance instance)
    {
        lock (_lock)
        {
            Plan(instance, instance.NextTurn);
        }
    }

    private void Plan(Instance instance, DateTimeOffset? next)
    {
        if (instance.Planned is { } planned)
        {
            _work.Remove(planned);
        }

        instance.Planned = next is { } due ? Add(due, instance) : null;
    }

    private void Add(Delivery activity) => Add(activity.Due, activity);

    private Work Add(DateTimeOffset due, object what)
    {
        Work work = new(due, ++_lastNumber, what);
        _work.Add(work);
        return work;
    }

    private bool Strikes(double probability) => probability > 0 && random.NextDouble() < probability;

    private OrchestrationState Pending(ExecutionStartedEvent start) =>
        new()
        {
            OrchestrationInstance = start.OrchestrationInstance,
            ParentInstance = start.ParentInstance,
            Name = start.Name,
            Version = start.Version,
            Input = start.Input,
            Tags = start.Tags,
            CreatedTime = Now.UtcDateTime,
            LastUpdatedTime = Now.UtcDateTime,
            ScheduledStartTime = start.ScheduledStartTime,
            OrchestrationStatus = OrchestrationStatus.Pending,
        };
}
