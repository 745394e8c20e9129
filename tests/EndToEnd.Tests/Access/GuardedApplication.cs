using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Access;

/// <summary>One application in review that every call is tried on: none may change it.</summary>
public sealed class GuardedApplication : IAsyncLifetime, IDisposable
{
    private readonly RunningInstance _instance = new();
    private TestApplication? _application;

    internal TestApplication Application => _application ?? throw new InvalidOperationException("It isn't there yet.");

    public async Task InitializeAsync()
    {
        await _instance.InitializeAsync();
        _application = await _instance.InReviewAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _instance.Dispose();
}
