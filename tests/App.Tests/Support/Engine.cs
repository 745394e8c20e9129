using DurableTask.AzureStorage;
using DurableTask.Core;
using MicroCred.Tests.Support;
using Newtonsoft.Json.Linq;

namespace MicroCred.App.Tests.Support;

/// <summary>The app's orchestrations through the engine's own client, for tests that do what no user may.</summary>
internal sealed class Engine
{
    private readonly TaskHubClient _hub;

    public Engine(string connectionString) =>
        _hub = new TaskHubClient(
            new AzureStorageOrchestrationService(
                new AzureStorageOrchestrationServiceSettings
                {
                    TaskHubName = "MicroCred",
                    StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
                }
            )
        );

    /// <summary>The state of an application's orchestration; null where there is none.</summary>
    public async Task<OrchestrationState?> FindAsync(ApplicationId id) => await _hub.GetOrchestrationStateAsync(id.ToString());

    /// <summary>Waits until an application's orchestration has ended.</summary>
    public Task EndedAsync(ApplicationId id) =>
        Patience.UntilAsync(
            async () =>
                await FindAsync(id)
                    is {
                        OrchestrationStatus: not (
                            OrchestrationStatus.Pending
                            or OrchestrationStatus.Running
                            or OrchestrationStatus.Suspended
                        )
                    },
            () => $"The orchestration of application {id} hasn't ended."
        );

    /// <summary>Ends an application's orchestration and waits until it has.</summary>
    public async Task TerminateAsync(ApplicationId id, string reason)
    {
        await _hub.TerminateInstanceAsync(new OrchestrationInstance { InstanceId = id.ToString() }, reason);
        await EndedAsync(id);
    }

    /// <summary>Suspends an application's orchestration.</summary>
    public Task SuspendAsync(ApplicationId id, string reason) =>
        _hub.SuspendInstanceAsync(new OrchestrationInstance { InstanceId = id.ToString() }, reason);

    /// <summary>Starts another orchestration under an application's id.</summary>
    /// <param name="orchestrator">The orchestrator's name.</param>
    /// <param name="id">The application's id.</param>
    /// <param name="input">The input as JSON.</param>
    public Task StartAsync(string orchestrator, ApplicationId id, string input = "\"\"") =>
        _hub.CreateOrchestrationInstanceAsync(orchestrator, "", id.ToString(), new JRaw(input), new Dictionary<string, string>());
}
