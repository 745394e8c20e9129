namespace MicroCred.Benchmarks.World;

/// <summary>A subject running on a separate account, and the people who use it.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private Contender(Subject subject, Account account, Server server)
    {
        Subject = subject;
        Account = account;
        Server = server;
        People = new People(server.Http);
        Drafts = new Drafts(subject, account, server.Http);
    }

    public Subject Subject { get; }

    public Account Account { get; }

    public Server Server { get; }

    public People People { get; }

    public Drafts Drafts { get; }

    /// <summary>Starts a subject, and warms it up by publishing a few applications.</summary>
    public static async Task<Contender> StartAsync(Subject subject, int warmUp)
    {
        var account = await Account.OpenAsync();
        Contender contender = new(subject, account, await Server.StartAsync(subject, account));
        await contender.PublishAsync(warmUp, atATime: 16);
        return contender;
    }

    /// <summary>Publishes a number of applications, a limited number at a time.</summary>
    public async Task PublishAsync(int count, int atATime) => await PublishAsync(await Drafts.WriteAsync(count), atATime);

    public Task PublishAsync(IReadOnlyList<Draft> drafts, int atATime) =>
        Parallel.ForEachAsync(drafts, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (draft, _) =>
            await People.PublishAsync(draft)
        );

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Account.DisposeAsync();
    }
}
