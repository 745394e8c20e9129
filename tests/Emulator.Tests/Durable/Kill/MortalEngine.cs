using System.Globalization;
using Azure.Core.Serialization;
using Azure.Data.Tables;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Tests.Durable.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroCred.Emulator.Tests.Durable.Kill;

/// <summary>A process that runs an engine on the system clock until it is killed. Its activities leave notes in a file.</summary>
internal static class MortalEngine
{
    public const string Command = "mortal-engine";

    /// <summary>Starts the cases that haven't been started, tells each its decision, and lives on.</summary>
    /// <param name="args">The store's connection string, the hub, the file for the notes, and how many cases there are.</param>
    public static async Task RunAsync(string[] args)
    {
        var (connectionString, hub, notes, cases) = (args[0], args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        var store = new TableInstanceStore(new TableServiceClient(connectionString), hub);
        var engine = new DurableEngine(
            store, Functions(notes), TimeProvider.System, new JsonObjectSerializer(), NullLoggerFactory.Instance, new EngineOptions());
        await engine.StartAsync(CancellationToken.None);
        Console.WriteLine("started");
        await Task.WhenAll(Enumerable.Range(0, cases).Select(number => PlayAsync(engine.Client, NameOf(number))));
        await Task.Delay(Timeout.Infinite);
    }

    public static string NameOf(int number) => $"case-{number:D2}";

    private static async Task PlayAsync(DurableTaskClient client, string id)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                "Case", new StartOrchestrationOptions(id).WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>()));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // An earlier process started it.
        }

        try
        {
            await client.RaiseEventAsync(id, "Decision", "approve");
        }
        catch (RpcException ended) when (ended.StatusCode == StatusCode.FailedPrecondition)
        {
            // An earlier process told it.
        }
    }

    private static TestFunctions Functions(string notes)
    {
        var functions = new TestFunctions { Serializer = new JsonObjectSerializer() };
        functions.Activity("Note", (string what) =>
        {
            lock (functions)
                File.AppendAllText(notes, what + "\n");
            return what;
        });
        functions.Orchestrator("Part", context => context.CallActivityAsync<string>("Note", context.GetInput<string>()));
        functions.Orchestrator("Case", async context =>
        {
            var validated = await context.CallActivityAsync<string>("Note", $"{context.InstanceId} validated");
            await context.CreateTimer(TimeSpan.FromMilliseconds(40), CancellationToken.None);
            var parts = await Task.WhenAll(
                context.CallSubOrchestratorAsync<string>("Part", $"{context.InstanceId} part"),
                context.CallActivityAsync<string>("Note", $"{context.InstanceId} aside"));
            var decision = await context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(1));
            return string.Join(", ", [validated, .. parts, decision]);
        });
        return functions;
    }
}
