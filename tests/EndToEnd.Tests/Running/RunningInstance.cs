using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>The running app that a test run speaks to: the one at MICROCRED_URL, or one of its own with its own data.</summary>
public sealed class RunningInstance : IAsyncLifetime, IDisposable
{
    private readonly OwnServer? _own;
    private readonly HttpClient _http;

    public RunningInstance()
    {
        var given = Environment.GetEnvironmentVariable("MICROCRED_URL");
        _own = string.IsNullOrEmpty(given) ? new OwnServer() : null;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = _own?.Url ?? new Uri(given!),
        };
    }

    public Task InitializeAsync() => _own?.StartAsync(_http) ?? Task.CompletedTask;

    public Task DisposeAsync() => _own?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    internal Caller As(string persona) => new(_http, SignIn.For(persona));

    internal Caller Anyone => new(_http, SignIn.None);

    internal Caller With(SignIn signIn) => new(_http, signIn);
}
