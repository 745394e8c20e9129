using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>The running app that a test run speaks to: the one at MICROCRED_URL, or one of its own with its own data.</summary>
public sealed class RunningInstance : IAsyncLifetime, IDisposable
{
    private readonly OwnServer? _own;
    private readonly HttpClient _http;
    private Description? _description;

    public RunningInstance()
        : this(Environment.GetEnvironmentVariable("MICROCRED_URL") is { Length: > 0 } given ? new Uri(given) : null) { }

    /// <param name="given">Where an app serves that runs already; null to start one.</param>
    internal RunningInstance(Uri? given)
    {
        _own = given is null ? new OwnServer() : null;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = given ?? _own!.Url,
        };
    }

    public async Task InitializeAsync()
    {
        if (_own is not null)
        {
            await _own.StartAsync(_http);
        }

        _description = new(JsonNode.Parse(await _http.GetStringAsync("api/openapi.json"))!.AsObject());
    }

    public Task DisposeAsync() => _own?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    /// <summary>Where it serves.</summary>
    internal Uri Url => _http.BaseAddress!;

    internal Caller As(string persona) => With(SignIn.For(persona));

    internal Caller Anyone => With(SignIn.None);

    internal Caller With(SignIn signIn) => new(_http, signIn, _description!);
}
