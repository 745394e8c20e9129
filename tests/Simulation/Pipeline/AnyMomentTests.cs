using System.Globalization;
using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Engine;
using Microsoft.DurableTask.Client;

namespace MicroCred.Simulation.Pipeline;

/// <summary>
/// People act at any moment, for months, while the engine does anything it may do: activities run twice, results and turns get lost, events
/// come late or twice. Every answer given to people must still hold, and each application must end exactly once.
/// </summary>
[Collection(SharedStorage.Name)]
public sealed class AnyMomentTests(SharedStorage storage)
{
    private static readonly AnApplication[] Kinds =
    [
        AnApplication.WithoutFault,
        AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }),
        AnApplication.WithoutFault.AskingForFunding(),
        AnApplication.WithoutFault.AskingForFunding(funding => funding with { EmploymentOutcomes = null }),
        AnApplication.WithoutFault.Urgent(),
    ];

    /// <summary>Events that follow from a person's action automatically, and mustn't wait for a reminder.</summary>
    private static readonly string[] AtOnce =
    [
        nameof(Returned),
        nameof(Validated),
        nameof(Assigned),
        nameof(FundingAssessed),
        nameof(Published),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_application_comes_to_its_end_once_whatever_goes_wrong(int seed)
    {
        await using var app = await SimulatedApp.StartAsync(storage, SimulatedApp.Setup with { Seed = seed, Faults = Faults.Plenty });

        var applications = await PlayAsync(app, new Random(seed));

        Assert.All(applications, application => Assert.True(application.IsClosed, $"{application.Id} is {application.Status}."));
        foreach (var application in applications)
        {
            var events = await app.EventsAsync(application.Id);
            Assert.Null(await app.BreakAsync(application.Id));
            Assert.All(events.Zip(events.Skip(1)), pair =>
                Assert.True(
                    !AtOnce.Contains(pair.Second.Event) || pair.Second.At - pair.First.At < TimeSpan.FromHours(2),
                    $"{pair.Second.Event} of {pair.Second.At:O} should have followed "
                        + $"{pair.First.Event} of {pair.First.At:O} within two hours."
                )
            );
            var orchestration = await app.Simulation.Client.GetInstanceAsync($"{application.Id}");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, orchestration!.RuntimeStatus);
        }

        var published = applications.Where(application => application.Status == ApplicationStatus.Published).ToList();
        Assert.Equal(Enumerable.Range(1, published.Count), published.Select(application => application.Registration!.Number).Order());
        Assert.Empty(await app.Get<Worklists>().OpenTasksAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_history_of_everything()
    {
        var first = await HistoryAsync(seed: 4);

        Assert.Equal(first, await HistoryAsync(seed: 4));
        Assert.NotEqual(first, await HistoryAsync(seed: 5));
    }

    private async Task<List<string>> HistoryAsync(int seed)
    {
        await using var app = await SimulatedApp.StartAsync(storage, SimulatedApp.Setup with { Seed = seed, Faults = Faults.Plenty });
        var events = new List<string>();
        foreach (var application in await PlayAsync(app, new Random(seed)))
        {
            events.AddRange(
                (await app.EventsAsync(application.Id)).Select(e =>
                    $"{application.Id} {e.Number} {e.At:O} {e.Actor.Id} {e.Event} {e.Detail}"
                )
            );
        }

        return events;
    }

    /// <summary>Submits ten applications, has people act on one of them every few hours or days, and runs until all have ended.</summary>
    private static async Task<List<Application>> PlayAsync(SimulatedApp app, Random random)
    {
        var ids = new List<ApplicationId>();
        for (var number = 0; number < 10; number++)
        {
            var title = $"Foundations {(char)('A' + number)} {new string((char)('a' + number), 12)}";
            ids.Add(
                await app.SubmitAsync(
                    Kinds[random.Next(Kinds.Length)].With(content => content with { Title = title }),
                    number.ToString(CultureInfo.InvariantCulture)
                )
            );
        }

        for (var act = 0; act < 60; act++)
        {
            // Half of the time somebody acts within the very minutes in which a reminder or a deadline is due.
            var application = await app.ReadAsync(ids[random.Next(ids.Count)]);
            var deadline =
                random.Next(2) == 0 ? app.Get<Deadlines>().Next(application, app.Clock.GetUtcNow()) - app.Clock.GetUtcNow() : null;
            await app.Simulation.PassAsync(
                deadline + TimeSpan.FromSeconds(random.Next(300)) ?? TimeSpan.FromMinutes(random.Next(3 * 24 * 60))
            );
            await ActAsync(app, await app.ReadAsync(application.Id), random);
        }

        // Everybody with something left to do does it, so that reminders don't go on for ever.
        foreach (var id in ids)
        {
            while (await app.ReadAsync(id) is { IsClosed: false } application)
            {
                await ActAsync(app, application, random: null);
                await app.Simulation.PassAsync(TimeSpan.FromDays(1));
            }
        }

        await app.Simulation.PassAsync(TimeSpan.FromDays(120));
        return [.. await Task.WhenAll(ids.Select(app.ReadAsync))];
    }

    /// <summary>Takes one of the actions that an application waits for; without random, the one that advances it.</summary>
    private static Task ActAsync(SimulatedApp app, Application application, Random? random)
    {
        var task = application.Tasks.FirstOrDefault(task => task.IsOpen);
        return (application.Status, task?.Kind, random?.Next(6) ?? 0) switch
        {
            (ApplicationStatus.Returned, _, < 3) => CorrectAsync(app, application),
            (ApplicationStatus.Returned or ApplicationStatus.InReview, _, 5) => app.DoAsync(
                new WithdrawApplication(application.Id, new("We changed our plans.")),
                SimulatedApp.Mito
            ),
            (ApplicationStatus.InReview, not null, < 2) => app.Decide(task!, TaskOutcome.Approve),
            (ApplicationStatus.InReview, not null, 2) => app.Decide(task!, TaskOutcome.Decline),
            (ApplicationStatus.InReview, TaskKind.Evaluation or TaskKind.SecondReview, 3) when application.InformationRequests.Count < 3 =>
                app.AskAsync(task!),
            (ApplicationStatus.InReview, TaskKind.Evaluation or TaskKind.SecondReview, 4) => app.DoAsync(
                new ReleaseTask(task!.Id, new("I am away.")),
                SimulatedApp.Assignee(task)
            ),
            (ApplicationStatus.InformationRequested, _, < 4) => app.DoAsync(
                new AnswerInformationRequest(application.Id, application.InformationRequests[^1].Number, new("One in ten is.")),
                SimulatedApp.Mito
            ),
            (ApplicationStatus.Published, TaskKind.FundingReferral, < 4) => app.DoAsync(
                new Decide(task!.Id, new(TaskOutcome.Eligible, "They told us on the telephone.")),
                SimulatedApp.Assignee(task)
            ),
            _ => Task.CompletedTask,
        };
    }

    private static async Task CorrectAsync(SimulatedApp app, Application returned)
    {
        var corrected = returned.Content with
        {
            MicroCredential = returned.Content.MicroCredential! with { Credits = 20, LearningHours = 200 },
        };
        await app.DoAsync(new ReplaceApplication(returned.Id, corrected), SimulatedApp.Mito);
        await app.DoAsync(new SubmitApplication(returned.Id), SimulatedApp.Mito);
    }
}
