using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.World;

/// <summary>One Host with the probe app, shared by all tests that only send requests.</summary>
public sealed class ProbeHost : IAsyncLifetime
{
    public Probe Probe { get; } = new();

    public HostProcess Host { get; private set; } = null!;

    public HttpClient Http => Host.Http;

    public async Task InitializeAsync() => Host = await HostProcess.StartAsync(Probe.Settings);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Probe.Dispose();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    [CollectionDefinition(nameof(ProbeHost))]
    public sealed class Collection : ICollectionFixture<ProbeHost>;
}
