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
    private readonly List<Delivery> _activities = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When the next work is due; null where there is none.</summary>
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
            return _instances.Remove(id);
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

    /// <summary>Schedules an activity to run at least once.</summary>
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

    /// <summary>Delivers an activity's result to its instance, or loses it and runs the activity again.</summary>
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
                return false;
            }

            // Without a state there was no instance to receive the messages.
            turn.Instance.Keep(turn.Taken, after, state ?? turn.Instance.State);
            return true;
        }
    }

    /// <summary>Takes one due turn or activity; null where there is none.</summary>
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
