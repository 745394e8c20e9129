using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>A running app, as its callers reach it.</summary>
public sealed class RunningInstance : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private Description? _description;

    /// <summary>The one that all tests of a run speak to.</summary>
    public RunningInstance() { }

    /// <param name="url">Where it serves.</param>
    internal RunningInstance(Uri url) => _http.BaseAddress = url;

    public async Task InitializeAsync()
    {
        _http.BaseAddress ??= await SharedServer.UrlAsync();
        _description = new(JsonNode.Parse(await _http.GetStringAsync("api/openapi.json"))!.AsObject());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    /// <summary>Where it serves.</summary>
    internal Uri Url => _http.BaseAddress!;

    internal Caller As(string persona) => With(SignIn.For(persona));

    internal Caller Anyone => With(SignIn.None);

    internal Caller With(SignIn signIn) => new(_http, signIn, _description!);
}
