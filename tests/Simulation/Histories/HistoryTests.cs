using System.Text.Json;
using MicroCred.App;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Validation;
using MicroCred.Simulation.Engine;
using MicroCred.Simulation.Pipeline;
using MicroCred.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Histories;

/// <summary>
/// A deployment's code replays the orchestrations under way. So the histories recorded by each released version must fit the current code.
/// </summary>
[Collection(SharedStorage.Name)]
public sealed class HistoryTests(RecordedHistories histories) : IClassFixture<RecordedHistories>
{
    public static TheoryData<string> Recorded => [.. HistoryFile.All()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_history_fits_todays_code(string name) =>
        Assert.Null(
            histories.ReplayBy(typeof(ApprovalOrchestrator), typeof(ReconsiderationOrchestrator)).Divergence(HistoryFile.Read(name))
        );

    [Fact]
    public void The_version_that_is_to_be_released_has_left_all_its_histories()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Repository.Path("functions/App/host.json")));
        var version = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString();

        Assert.Equal(
            Recording.Names.Select(name => $"{version}/{name}").Order(),
            HistoryFile.All().Where(name => name.StartsWith($"{version}/", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(
        typeof(Hasty),
        "happy",
        "In the turn of 20.* the history has 'activity Assign \\(#1\\)', today's code does 'activity Publish \\(#1\\)'\\."
    )]
    [InlineData(
        typeof(Patient),
        "lapsed",
        "In the turn of 20.* the history has 'timer until 20.* \\(#1\\)', today's code does 'nothing more'\\."
    )]
    [InlineData(
        typeof(Talkative),
        "declined",
        "In the turn of 20.* the history has 'end Completed with .*', today's code does 'activity Validate \\(#\\d+\\)'\\."
    )]
    public void A_changed_orchestrator_is_found_with_both_steps_named(Type changed, string name, string complaint) =>
        Assert.Matches(complaint, histories.ReplayBy(changed).Divergence(HistoryFile.Read($"1.0/{name}")));

    /// <summary>Publishes without an evaluation.</summary>
    public static class Hasty
    {
        [Function(nameof(ApprovalOrchestrator))]
        public static async Task<object> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Orchestration orchestration = new(context);
            var position = await orchestration.ValidateAsync(context.GetInput<Position>()!);
            return await orchestration.RunAsync(nameof(Publish), position);
        }
    }

    /// <summary>Waits for the provider of a returned application without a deadline.</summary>
    public static class Patient
    {
        [Function(nameof(ApprovalOrchestrator))]
        public static async Task<object> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await new Orchestration(context).RunAsync(nameof(Validate), context.GetInput<Position>()!);
            return await context.WaitForExternalEvent<Position>(Position.Event);
        }
    }

    /// <summary>Does an extra step at the end.</summary>
    public static class Talkative
    {
        [Function(nameof(ApprovalOrchestrator))]
        public static async Task<object> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await ApprovalOrchestrator.RunAsync(context, context.GetInput<Position>()!);
            return await new Orchestration(context).RunAsync(nameof(Validate), context.GetInput<Position>()!);
        }
    }
}

/// <summary>The recorded histories; recorded first where the environment variable <c>RECORD_HISTORIES</c> names a version.</summary>
public sealed class RecordedHistories(SharedStorage storage) : IAsyncLifetime
{
    private readonly ServiceCollection _services = [];

    public async Task InitializeAsync()
    {
        _services.AddLogging().ConfigureOrchestrations().AddFunctionsWorkerCore().ConfigureDurableExtension();
        if (Environment.GetEnvironmentVariable("RECORD_HISTORIES") is { Length: > 0 } version)
        {
            await Recording.RecordAsync(version, storage);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal HistoryReplay ReplayBy(params Type[] orchestrators) =>
        new(new SimulatedWorker(orchestrators, version: null, _services.BuildServiceProvider()));
}
