using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Tests.Orchestrations;

internal sealed class DurableFunctions(TimeProvider time, Scope scope)
{
    [Function(nameof(Pass))]
    public static Task<Parcel> Pass([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<Parcel>(nameof(Repack), context.GetInput<Parcel>());

    [Function(nameof(Repack))]
    public static Parcel Repack([ActivityTrigger] Parcel parcel) => new(parcel.Name.ToUpperInvariant(), parcel.Number + 1);

    [Function(nameof(PassNothing))]
    public static Task<string> PassNothing([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Describe));

    [Function(nameof(Describe))]
    public static Task<string> Describe([ActivityTrigger] Parcel? parcel) => Task.FromResult(parcel?.Name ?? "nothing");

    [Function(nameof(AskForId))]
    public static Task<string> AskForId([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(TellId));

    [Function(nameof(TellId))]
    public static string TellId([ActivityTrigger] object? input, string instanceId, CancellationToken cancellationToken) => instanceId;

    [Function(nameof(CompareScopes))]
    public static async Task<bool> CompareScopes([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync<Guid>(nameof(TellScope)) != await context.CallActivityAsync<Guid>(nameof(TellScope));

    [Function(nameof(AskForTrigger))]
    public static Task<string> AskForTrigger([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(TellTrigger));

    [Function(nameof(TellTrigger))]
    public static string TellTrigger([ActivityTrigger] object? input, FunctionContext context) => (string)context.Items["trigger"];

    [Function(nameof(StartAnother))]
    public static async Task<string> StartAnother([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(StartNested), context.InstanceId);
        return await context.WaitForExternalEvent<string>("Nested");
    }

    [Function(nameof(StartNested))]
    public static Task StartNested([ActivityTrigger] string instanceId, [DurableClient] DurableTaskClient client) =>
        client.ScheduleNewOrchestrationInstanceAsync(nameof(Nested), instanceId);

    [Function(nameof(Nested))]
    public static Task Nested([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync(nameof(Answer), context.GetInput<string>());

    [Function(nameof(Answer))]
    public static Task Answer([ActivityTrigger] string instanceId, [DurableClient] DurableTaskClient client) =>
        client.RaiseEventAsync(instanceId, "nested", "nested");

    [Function(nameof(CatchBreak))]
    public static async Task<string> CatchBreak([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(Break));
            return "";
        }
        catch (TaskFailedException failure)
        {
            return failure.Message;
        }
    }

    [Function(nameof(Break))]
    public static void Break([ActivityTrigger] object? input) => throw new InvalidOperationException("on purpose");

    [Function(nameof(WaitSixtyDays))]
    public static async Task<int> WaitSixtyDays([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var start = context.CurrentUtcDateTime;
        await context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None);
        return (context.CurrentUtcDateTime - start).Days;
    }

    [Function(nameof(FromServices))]
    public Task<string> FromServices([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(time is null ? "" : nameof(TimeProvider));

    [Function(nameof(TellScope))]
    public Guid TellScope([ActivityTrigger] object? input) => scope.Id;
}
