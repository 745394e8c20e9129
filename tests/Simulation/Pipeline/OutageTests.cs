using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.Simulation.Pipeline;

/// <summary>Applications while storage is unavailable for hours; the engine's own storage isn't affected.</summary>
[Collection(SharedStorage.Name)]
public sealed class OutageTests(SharedStorage storage)
{
    [Fact]
    public async Task An_outage_of_two_hours_delays_an_application_and_fails_none()
    {
        var outage = new Outage();
        await using var app = await SimulatedApp.StartAsync(storage, policy: outage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        await app.Decide((await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single(), TaskOutcome.Approve);

        outage.IsOn = true;
        await app.Simulation.PassAsync(TimeSpan.FromHours(2));
        outage.IsOn = false;
        await app.Simulation.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(ApplicationStatus.Published, (await app.ReadAsync(id)).Status);
        Assert.InRange(outage.Refused, 10, 30);
    }

    [Fact]
    public async Task One_that_lasts_past_the_last_try_fails_the_orchestration_and_the_repair_begins_it_again()
    {
        var outage = new Outage();
        await using var app = await SimulatedApp.StartAsync(storage, policy: outage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        await app.Decide((await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single(), TaskOutcome.Approve);

        outage.IsOn = true;
        await app.Simulation.PassAsync(TimeSpan.FromHours(12));
        outage.IsOn = false;
        Assert.False((await app.Simulation.Client.GetInstanceAsync($"{id}"))!.IsRunning);
        await app.Get<MicroCred.App.Reconciliation.Reconcile>().MendAsync(app.Simulation.Client, CancellationToken.None);

        await app.NowAsync(id, ApplicationStatus.Published);
    }

    /// <summary>Refuses requests with an error that storage clients don't retry, since their delays are in real time.</summary>
    private sealed class Outage : HttpPipelinePolicy
    {
        public bool IsOn { get; set; }

        public int Refused { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!IsOn)
            {
                return ProcessNextAsync(message, pipeline);
            }

            Refused++;
            throw new RequestFailedException(403, "Storage is away.");
        }
    }
}
