using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// What an engine's storage is: the instances with their histories, the messages on their way to them, and the activities that are to run.
/// Everything has a time at which it is due; faults and the order of what is due at once come from the seed.
/// </summary>
internal sealed class Hub(VirtualClock clock, Random random, Faults faults)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Instance> _instances = [];
    private readonly List<Delivery> _activities = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When the next thing is due; null where nothing is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _instances
                    .Values.Select(instance => instance.NextTurn)
                    .Concat(_activities.Select(run => (DateTimeOffset?)run.Due))
                    .Min();
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

    /// <summary>Gives a new id that the seed determines.</summary>
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
            return _instances.Remove(id);
        }
    }

    /// <summary>Starts an instance.</summary>
    /// <param name="start">The message that starts it.</param>
    /// <param name="refused">Whether one that has the id already stands against it.</param>
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

    /// <summary>
    /// Sends a message to an instance. A start makes the instance; what else is sent to one that isn't under way is lost.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="due">When it arrives; at once where it is left out.</param>
    public void Send(TaskMessage message, DateTimeOffset? due = null)
    {
        lock (_lock)
        {
            message.Event.Timestamp = Now.UtcDateTime;
            if (message.Event is ExecutionStartedEvent start)
            {
                due = start.ScheduledStartTime ?? due;
                _instances[message.OrchestrationInstance.InstanceId] = new Instance(Pending(start));
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
        }
    }

    /// <summary>Lets an activity run, once at least.</summary>
    public void Schedule(TaskMessage activity)
    {
        lock (_lock)
        {
            activity.Event.Timestamp = Now.UtcDateTime;
            _activities.Add(new Delivery(Payload.Write(activity), Now));
            if (Strikes(faults.ActivityTwice))
            {
                _activities.Add(new Delivery(Payload.Write(activity), Now));
            }
        }
    }

    /// <summary>Takes what an activity came to to the instance that asked for it, or loses it and has the activity run again.</summary>
    public void Finish(Delivery activity, TaskMessage result)
    {
        lock (_lock)
        {
            if (Strikes(faults.ResultLost))
            {
                _activities.Add(activity with { Due = Now + Faults.TakenUpAgainAfter });
            }
            else
            {
                Send(result);
            }
        }
    }

    /// <summary>Keeps what a turn came to, or loses it and has the turn taken again.</summary>
    /// <returns>Whether it was kept.</returns>
    public bool Keep(Turn turn, OrchestrationRuntimeState after, OrchestrationState? state)
    {
        lock (_lock)
        {
            if (Strikes(faults.TurnRedone))
            {
                turn.Instance.Inbox.RemoveAll(turn.Taken.Contains);
                turn.Instance.Inbox.InsertRange(0, turn.Taken.Select(taken => taken with { Due = Now + Faults.TakenUpAgainAfter }));
                return false;
            }

            // Without a state there was nothing that the messages could be for.
            turn.Instance.Keep(turn.Taken, after, state ?? turn.Instance.State);
            return true;
        }
    }

    /// <summary>Takes one of the things that are due, a turn or an activity; null where there is none.</summary>
    public object? TakeDue()
    {
        lock (_lock)
        {
            List<object> due =
            [
                .. _instances.Values.Where(instance => instance.NextTurn <= Now),
                .. _activities.Where(activity => activity.Due <= Now),
            ];
            if (due.Count == 0)
            {
                return null;
            }

            var taken = due[random.Next(due.Count)];
            if (taken is Instance instance)
            {
                return new Turn(instance, [.. instance.Inbox.Where(delivery => delivery.Due <= Now)]);
            }

            _activities.Remove((Delivery)taken);
            return new ActivityRun((Delivery)taken);
        }
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
