using System.Diagnostics;
using MicroCred.App.Storage;
using MicroCred.Benchmarks.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Floor;

/// <summary>
/// The App's floor: all storage requests for one application, including its engine's but without polls and leases, sent again one after
/// another with nothing in between. No app that makes the same requests in sequence is faster.
/// </summary>
/// <remarks>They are sent to the account on which they were recorded, where nothing else runs any more.</remarks>
internal sealed class FloorBeneath : IAsyncDisposable
{
    /// <summary>Long enough for everything that follows from the last action.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(4);

    private readonly Account _account;
    private readonly Script _script;
    private readonly BareStorage _storage;
    private readonly Drafts _drafts;

    private FloorBeneath(Account account, Script script, SharedAccess access)
    {
        _account = account;
        _script = script;
        _storage = new BareStorage(access);
        _drafts = new Drafts(Subject.App, account, new HttpClient());
    }

    /// <summary>Records one application, in an app that has published another before.</summary>
    public static async Task<FloorBeneath> RecordAsync()
    {
        var account = await Account.OpenAsync();
        await using var proxy = await StorageProxy.StartAsync(account.ConnectionString);
        await using var server = await Server.StartAsync(Subject.App, account, proxy.ConnectionString);
        People people = new(server.Http);
        var both = await new Drafts(Subject.App, account, server.Http).WriteAsync(2);
        await people.PublishAsync(both[0]);
        await Task.Delay(Afterwards);

        // The state is read bypassing the proxy, so that only actions and their consequences are recorded.
        ApplicationStore applications = new(account.Tables);
        var id = both[1].Id;
        proxy.Log.KeepsWhole = true;
        proxy.Log.Clear();
        await people.SubmitAsync(both[1]);
        var assigned = await UntilAsync(applications, id, ApplicationStatus.InReview);
        var submission = Needed(proxy);
        await Task.Delay(Afterwards);
        OpenTask task = new($"{assigned.Tasks[^1].Id}", assigned.Tasks[^1].Assignee!);
        await people.FindAllMetAsync(task);
        var evaluation = Needed(proxy);
        await people.DecideAsync(task);
        await UntilAsync(applications, id, ApplicationStatus.Published);
        var decision = Needed(proxy);
        await Task.Delay(Afterwards);
        SharedAccess access = new(account.ConnectionString);
        return new FloorBeneath(account, new Script(submission, evaluation, decision, Needed(proxy), id, access), access);
    }

    /// <summary>Applications per second, with a number of them at a time; each one's state is read as often as people polled it.</summary>
    public async Task<double> RateAsync(int count, int atATime, int looks)
    {
        List<IReadOnlyList<BareRequest>> applications =
        [
            .. (await _drafts.WriteAsync(count)).Select(draft => _script.For(draft.Id, looks).Whole),
        ];
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(applications, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (requests, _) =>
            await _storage.SendAsync(requests)
        );
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>How long the requests take, in ms: from submission to assignment, and from decision to publication.</summary>
    public async Task<(double Submission, double Decision)> OnceAsync()
    {
        var application = _script.For((await _drafts.WriteAsync(1))[0].Id, looks: 0);
        var submission = await TimeAsync(application.Submission);
        await _storage.SendAsync(application.Evaluation);
        var decision = await TimeAsync(application.Decision);
        await _storage.SendAsync(application.Rest);
        return (submission, decision);
    }

    public async ValueTask DisposeAsync()
    {
        _storage.Dispose();
        await _account.DisposeAsync();
    }

    private static IReadOnlyList<RecordedRequest> Needed(StorageProxy proxy) =>
        [.. proxy.Log.Take().Where(request => request.Kind == RequestKind.Work).Select(RecordedRequest.Of)];

    private async Task<double> TimeAsync(IReadOnlyList<BareRequest> requests)
    {
        var start = Stopwatch.GetTimestamp();
        await _storage.SendAsync(requests);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<Application> UntilAsync(ApplicationStore applications, ApplicationId id, ApplicationStatus status)
    {
        while (true)
        {
            var now = (await applications.FindAsync(id, default))!.Application;
            if (now.Status == status)
            {
                return now;
            }

            await Task.Delay(20);
        }
    }
}
