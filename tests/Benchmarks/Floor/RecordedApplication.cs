using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Makes the script: one application goes its way while the recorder listens.</summary>
internal static class RecordedApplication
{
    /// <summary>Long enough for the app to do everything that follows from the last act.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(4);

    /// <summary>Takes an application down, in an app that has published another before.</summary>
    public static async Task<Script> Make(Account account, Drafts drafts, SharedAccess access)
    {
        await using Recorder recorder = await Recorder.Start(StorageEndpoints.Of(account.ConnectionString));
        await using AppUnderTest app = await AppUnderTest.Start(
            account.Folder, recorder.ConnectionString, ("SWEEP_SCHEDULE", "0 0 0 1 1 *"), ("REPAIR_SCHEDULE", "0 0 0 1 1 *"), ("ARCHIVE_SCHEDULE", "0 0 0 1 1 *"));
        People people = new(app.Http);
        IReadOnlyList<Draft> both = await drafts.Write(2);
        await people.Publish(both[0], TimeSpan.FromMilliseconds(100));
        await Task.Delay(Afterwards);
        recorder.Record();
        await Go(account, people, both[1]);
        await Task.Delay(Afterwards);
        return new Script(recorder.Stop(), both[1].Id, access);
    }

    /// <summary>Looks at the state past the recorder, so that nothing is taken down but acts and what follows from them.</summary>
    private static async Task Go(Account account, People people, Draft draft)
    {
        await people.Submit(draft);
        EvaluationTask task = (await Until(account, draft, application => application.Tasks.Count > 0)).Tasks[^1];
        await Task.Delay(Afterwards);
        OpenTask open = new($"{task.Id}", task.Assignee!);
        await people.FindAllMet(open);
        await people.Decide(open);
        await Until(account, draft, application => application.Status == ApplicationStatus.Published);
    }

    private static async Task<Application> Until(Account account, Draft draft, Func<Application, bool> reached)
    {
        while (true)
        {
            Application now = (await account.Cases.Find(draft.Id, default))!.Application;
            if (reached(now))
            {
                return now;
            }

            await Task.Delay(20);
        }
    }
}
