using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Does what a turn asked for, once it is written.</summary>
internal sealed class TurnEffects(InstanceActors actors, ActivityPool activities, DueTimes dueTimes, StatusWaiters waiters)
{
    public void Do(InstanceActor actor, TurnPlan plan, InstanceState? state)
    {
        foreach (var answer in plan.Answers)
            answer();

        foreach (var call in plan.Calls)
            Start(call, actor, state!);

        foreach (var (instanceId, message) in plan.Letters)
            actors.Post(instanceId, message);

        dueTimes.Set(actor.InstanceId, plan.NextDue);
        if (plan.Write is not null)
            waiters.Tell(plan.Write.State);
    }

    private void Start(ScheduledEvent call, InstanceActor actor, InstanceState state)
    {
        if (call is ActivityScheduled activity)
        {
            activities.Start(new ActivityCall(actor, state.ExecutionId, activity, state.TraceParent));
        }
        else if (call is ChildScheduled child)
        {
            var caller = new ParentCall(state.InstanceId, state.ExecutionId, state.Name, child.Id);
            actors.Post(child.InstanceId, new ChildStart(child.Name, child.Input, caller, state.TraceParent));
        }
    }
}
