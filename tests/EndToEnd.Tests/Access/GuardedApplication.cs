using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Access;

/// <summary>One application in review that every call is tried on: none may change it.</summary>
public sealed class GuardedApplication(RunningInstance instance) : IAsyncLifetime
{
    private TestApplication? _application;

    internal TestApplication Application => _application ?? throw new InvalidOperationException("It isn't there yet.");

    public async Task InitializeAsync() => _application = await instance.InReviewAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
