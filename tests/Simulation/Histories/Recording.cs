using DurableTask.AzureStorage;
using DurableTask.Core.History;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Pipeline;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Simulation.Histories;

/// <summary>
/// Records the histories of the current code: of applications played on the real engine, with the app on the Host; and of one that lapses
/// after months, in the simulation.
/// </summary>
internal static class Recording
{
    /// <summary>The names of the recordings.</summary>
    public static IEnumerable<string> Names => [.. RecordedPlay.All.Keys, "lapsed"];

    /// <summary>Records all histories under a version, replacing earlier recordings of that version.</summary>
    public static async Task RecordAsync(string version, SharedStorage storage)
    {
        using var folder = new TemporaryFolder();
        var settings = new HostSettings { App = Repository.Built("functions/App"), DataPath = folder.Path };
        await using (var host = await HostProcess.StartAsync(settings))
        {
            var engine = new AzureStorageOrchestrationService(
                new AzureStorageOrchestrationServiceSettings
                {
                    StorageAccountClientProvider = new StorageAccountClientProvider(settings.Storage),
                    TaskHubName = "MicroCred",
                }
            );
            foreach (var (name, play) in RecordedPlay.All)
            {
                HistoryFile.Write($"{version}/{name}", await EndedAsync(engine, await play(new RecordedPlay(host.Http, name))));
            }
        }

        HistoryFile.Write($"{version}/lapsed", await LapsedAsync(storage));
    }

    private static Task<IReadOnlyList<HistoryEvent>> EndedAsync(AzureStorageOrchestrationService engine, string id) =>
        Patience.UntilAsync(
            async () =>
                HistoryFile.Parse(await engine.GetOrchestrationHistoryAsync(id, executionId: null)) is var history
                && history.Any(happened => happened is ExecutionCompletedEvent)
                    ? history
                    : null,
            () => $"The orchestration of {id} doesn't end."
        );

    private static async Task<IReadOnlyList<HistoryEvent>> LapsedAsync(SharedStorage storage)
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }));
        await app.LetTimePassUntilAsync(id, application => application.Status == ApplicationStatus.Lapsed);
        return app.Simulation.History($"{id}");
    }
}
