using MicroCred.App.Pipeline;
using Microsoft.DurableTask.Client;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>What has to be the same however it is counted, and what has to go on.</summary>
internal sealed class Sums(RandomWorld world)
{
    /// <summary>What an engine's faults may delay.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    private IReadOnlyCollection<Application> Applications => world.Judges.Applications.Values;

    /// <summary>The applications whose orchestration isn't as they need it: running until they end, and then completed.</summary>
    public async Task<IReadOnlyList<string>> StuckAsync()
    {
        List<string> stuck = [];
        foreach (var application in Applications.Where(known => !known.IsClosed && world.Now - known.Entered!.At > Slack))
        {
            await LookAsync(application, OrchestrationRuntimeStatus.Running, stuck);
        }

        return stuck;
    }

    /// <summary>Everything that doesn't add up.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        List<string> faults = [.. await StuckAsync()];
        foreach (var application in Applications.Where(known => known.IsClosed))
        {
            await LookAsync(application, OrchestrationRuntimeStatus.Completed, faults);
        }

        Same("The lists", Applications.SelectMany(LinesOf), (await world.App.Contents.LinesAsync()).Keys, faults);
        Same(
            "The queue",
            world.Judges.Notices,
            (await world.App.Contents.QueuedAsync()).Select(notice => $"{notice.Id} {notice.Kind}").Distinct(),
            faults
        );
        Same(
            "The register",
            Applications.Where(known => known.Registration is not null).Select(known => $"{known.Registration!.Number} {known.Id}"),
            (await world.App.Contents.EntriesAsync()).Select(entry => $"{entry.Number} {OwnerOf(entry)}"),
            faults
        );
        SortedDictionary<string, int> events = new(StringComparer.Ordinal);
        foreach (var application in Applications)
        {
            faults.AddRange(await FaultsOfAsync(application, events));
        }

        Same("The events", world.Judges.Events.Select(InWords), events.Select(InWords), faults);
        return faults;

        static string InWords(KeyValuePair<string, int> count) => $"{count.Value} of {count.Key}";
    }

    private async Task<IReadOnlyList<string>> FaultsOfAsync(Application application, SortedDictionary<string, int> events)
    {
        List<string> faults = [];
        var whole = (await world.App.Contents.WholeAsync(application.Id))!;
        if (whole.Break is { } broken)
        {
            faults.Add($"{application.Id}: its audit chain breaks: {broken}.");
        }

        foreach (var kept in whole.Events)
        {
            events[kept.Event.Event] = events.GetValueOrDefault(kept.Event.Event) + 1;
        }

        var letters = await world.App.Contents.LettersAsync(application.Id);
        if (letters.Count != world.Judges.Letters[application.Id])
        {
            faults.Add($"{application.Id}: {letters.Count} letters are kept of {world.Judges.Letters[application.Id]}.");
        }

        return faults;
    }

    private async Task LookAsync(Application application, OrchestrationRuntimeStatus right, List<string> faults)
    {
        var instance = await world.App.Simulation.Client.GetInstanceAsync(Orchestration.InstanceOf(application));
        if (instance?.RuntimeStatus != right)
        {
            faults.Add($"{application.Id}: in {application.Stage}, and its orchestration is {instance?.RuntimeStatus}.");
        }
    }

    private string OwnerOf(RegisterEntry entry) =>
        $"{Applications.FirstOrDefault(known => known.Registration?.Number == entry.Number)?.Id}";

    /// <summary>The lines that an application should have, by the lists' keys.</summary>
    private static IEnumerable<string> LinesOf(Application application) =>
        [
            $"provider|{application.Provider.Number}|{application.Id}",
            application.Status
                is ApplicationStatus.Declined
                    or ApplicationStatus.Withdrawn
                    or ApplicationStatus.Lapsed
                    or ApplicationStatus.Published
                ? $"closed|{application.Status}|{application.Id}"
                : $"status|{application.Status}|{application.Id}",
            .. application.Tasks.Select(task => $"{(task.IsOpen ? "task" : "done")}|{task.Assignee ?? "-"}|{task.Id}"),
        ];

    private static void Same(string what, IEnumerable<string> right, IEnumerable<string> found, List<string> faults)
    {
        var (should, are) = (right.ToHashSet(), found.ToHashSet());
        faults.AddRange(should.Except(are).Take(5).Select(missing => $"{what} should have {missing}."));
        faults.AddRange(are.Except(should).Take(5).Select(surplus => $"{what} shouldn't have {surplus}."));
    }
}
