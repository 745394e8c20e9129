using System.Net;
using MicroCred.Host.Tests.Durable;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Host.Tests.Processes;

/// <summary>Recovery after kill -9 of the worker, of the Host, or of both.</summary>
public sealed class KillTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task After_a_kill_of_the_worker_the_next_request_waits_and_is_answered_by_the_new_one()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var killed = host.Worker;

        await host.KillWorkerAsync();
        using var answer = await host.Http.GetAsync("/waiting/seconds/0");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual($"{killed}", await answer.Content.ReadAsStringAsync());
        Assert.Equal($"{host.Worker}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_waits_for_a_worker_that_says_it_is_ready_before_it_listens()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings.With("Probe__SecondsBeforeHttp", "2"));

        await host.KillWorkerAsync();
        using var answer = await host.Http.GetAsync("/waiting/seconds/0");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_was_in_the_killed_worker_is_an_empty_500()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var request = host.Http.GetAsync("/waiting/seconds/60");
        await _probe.JournalSaysAsync("request begins");

        await host.KillWorkerAsync();

        using var answer = await request;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_message_and_an_activity_that_were_in_the_killed_worker_are_tried_again()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var instances = new Instances(host.Http);
        var queue = _probe.Queue("slow");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("one");
        await _probe.JournalSaysAsync("slow one begins");
        var id = await instances.StartAsync("AwaitDecision");
        await instances.UntilAsync(id, "Running");

        await host.KillWorkerAsync();

        await _probe.JournalSaysAsync("slow one ends");

        // A request on its way to the killed worker is answered 500, as on the real host, so the client asks again.
        await Patience.UntilAsync(
            async () =>
            {
                using var raised = await instances.TryRaiseAsync(id, "Decision", "approve");
                return raised.IsSuccessStatusCode;
            },
            () => "No event gets through."
        );
        Assert.Equal("\"approve\"", (string?)(await instances.EndAsync(id))["output"]);
        Assert.Equal("\"Kia ora Ani\"", (string?)(await instances.RunAsync("CallGreet", "Ani"))["output"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_Host_leaves_neither_worker_nor_Azurite_behind_and_the_next_goes_on_where_it_was(bool withTheWorker)
    {
        string id;
        await using (var host = await HostProcess.StartAsync(_probe.Settings))
        {
            id = await new Instances(host.Http).StartAsync("AwaitDecision");
            await new Instances(host.Http).UntilAsync(id, "Running");
            var (worker, azurite) = (host.Worker!.Value, host.Azurite!.Value);

            await (withTheWorker ? host.KillBothAsync() : host.KillAsync());

            await Patience.UntilAsync(() => !ProcessTree.IsAlive(worker), () => "The worker outlives its Host.");
            await Patience.UntilAsync(() => !ProcessTree.IsAlive(azurite), () => "Azurite outlives its Host.");
        }

        await using (var next = await HostProcess.StartAsync(_probe.Settings))
        {
            var instances = new Instances(next.Http);
            await instances.RaiseAsync(id, "Decision", "approve");
            Assert.Equal("\"approve\"", (string?)(await instances.EndAsync(id))["output"]);
        }

        await Patience.UntilAsync(
            async () => !await FreeAccount.AnswersAsync(_probe.Settings.Storage),
            () => "Azurite outlives the Host that has ended."
        );
    }

    [Fact]
    public async Task An_activity_that_was_running_when_both_were_killed_runs_again_once_its_message_is_visible()
    {
        string id;
        await using (var host = await HostProcess.StartAsync(_probe.Settings))
        {
            id = await new Instances(host.Http).StartAsync("CallWorkFor", 2);
            await _probe.JournalSaysAsync($"{id} works");
            await host.KillBothAsync();
        }

        await using var next = await HostProcess.StartAsync(_probe.Settings);

        Assert.Equal("\"worked\"", (string?)(await new Instances(next.Http).EndAsync(id))["output"]);
        Assert.Equal(2, _probe.Journal.Count(line => line == $"{id} works"));
        Assert.Single(_probe.Journal, line => line == $"{id} has worked");
    }

    [Fact]
    public async Task A_worker_that_ends_again_and_again_is_started_less_and_less_often_and_the_Host_stays()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        for (var time = 0; time < 3; time++)
        {
            await Patience.UntilAsync(() => host.Worker is not null, () => $"There is no worker.\n{host.Output}");
            await host.KillWorkerAsync();
        }

        // Until the Host has noticed that the last worker ended, it answers 500 instead.
        await Patience.UntilAsync(
            async () => await host.Http.GetAsync("/plain") is { IsSuccessStatusCode: true },
            () => $"Nobody answers.\n{host.Output}"
        );
        Assert.Null(host.ExitCode);
    }
}
