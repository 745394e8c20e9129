namespace MicroCred.Benchmarks.World;

/// <summary>The App, and the peer twice, each on a separate account. All run while each is measured in turn.</summary>
internal sealed class Contenders : IAsyncDisposable
{
    private Contenders(Contender app, Contender peer, Contender peerAsApp) => (App, Peer, PeerAsApp) = (app, peer, peerAsApp);

    public Contender App { get; }

    public Contender Peer { get; }

    public Contender PeerAsApp { get; }

    public IReadOnlyList<Contender> All => [App, Peer, PeerAsApp];

    public static async Task<Contenders> StartAsync(int warmUp) =>
        new(
            await Contender.StartAsync(Subject.App, warmUp),
            await Contender.StartAsync(Subject.Peer, warmUp),
            await Contender.StartAsync(Subject.PeerAsApp, warmUp)
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var contender in All)
        {
            await contender.DisposeAsync();
        }
    }
}
