using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests;

/// <summary>A test that speaks to the running instance; unless its class is <see cref="Alone"/>, others do so meanwhile.</summary>
public abstract class EndToEndTest(RunningInstance instance) : IClassFixture<RunningInstance>
{
    private protected RunningInstance Instance => instance;

    private protected Caller As(string persona) => instance.As(persona);

    private protected Caller Anyone => instance.Anyone;
}
