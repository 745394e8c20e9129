using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>
/// A withdrawal at the very moment at which an application goes on the register: it stands, and nothing of it is public; or it is
/// refused, and the entry is there.
/// </summary>
public sealed class WithdrawalRaceTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const int Step = 80;

    [Fact]
    public Task With_an_approval() =>
        RaceAsync(
            50,
            () => Instance.InReviewAsync(),
            async application =>
            {
                var task = await application.TaskAsync();
                await task.FindAllAsync("Met");
                return () => task.DecideAsync("Approve");
            }
        );

    [Fact]
    public Task With_a_university_s_own() =>
        RaceAsync(
            50,
            () => Instance.CompleteDraftAsync("vuw", ApplicationBody.University()),
            async application =>
            {
                (await application.Owner.PostAsync($"{application.Path}/submission")).Is(HttpStatusCode.Accepted);
                return () => Task.CompletedTask;
            }
        );

    /// <param name="count">How many applications.</param>
    /// <param name="make">Makes one.</param>
    /// <param name="prepare">Makes what sends it on its way to the register.</param>
    private async Task RaceAsync(int count, Func<Task<TestApplication>> make, Func<TestApplication, Task<Func<Task>>> prepare)
    {
        var (withdrawn, refused, delay) = (0, 0, 0);
        await Races.RunAsync(count, RoundAsync, () => withdrawn > 0 && refused > 0);
        Assert.True(withdrawn > 0 && refused > 0, $"{withdrawn} were withdrawn and {refused} came too late; both should have come up.");
        var repaired = (await As("operator").PostAsync("api/operations/repair", new JsonObject { ["reason"] = "After a race." }))
            .Is(HttpStatusCode.OK)
            .Json;
        Assert.DoesNotContain(repaired["unfounded"]!.AsArray(), number => (bool)number!["isPublic"]!);

        async Task RoundAsync()
        {
            var application = await make();
            var publish = await prepare(application);
            var published = publish();
            await Task.Delay(Math.Max(0, Volatile.Read(ref delay)) + Random.Shared.Next(Step), CancellationToken.None);
            var withdrawal = await application.Owner.PostAsync($"{application.Path}/withdrawal", new JsonObject { ["reason"] = "A race." });
            await published;

            Assert.Contains(withdrawal.Status, (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.Conflict]);
            var isWithdrawn = withdrawal.Status == HttpStatusCode.Accepted;
            // However fast the machine is, the moment at which it turns is found: later after one that stood, sooner after one that came
            // too late.
            Interlocked.Add(ref delay, isWithdrawn ? Step : -Step);
            Interlocked.Increment(ref (isWithdrawn ? ref withdrawn : ref refused));
            var ended = await application.UntilAsync(isWithdrawn ? "Withdrawn" : "Published");
            Assert.Equal(isWithdrawn, ended["registerNumber"] is null);
            var title = Uri.EscapeDataString((string)ended["microCredential"]!["title"]!);
            var found = (await Anyone.GetAsync($"api/register?q={title}")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
            Assert.Equal(isWithdrawn ? 0 : 1, found.Count);
        }
    }
}
