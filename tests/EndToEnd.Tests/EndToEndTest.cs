using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests;

/// <summary>A test that speaks to the running instance.</summary>
[Collection(InstanceCollection.Name)]
public abstract class EndToEndTest(RunningInstance instance)
{
    private protected RunningInstance Instance => instance;

    private protected Caller As(string persona) => instance.As(persona);

    private protected Caller Anyone => instance.Anyone;
}
