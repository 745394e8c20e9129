using Azure.Core;
using Azure.Core.Pipeline;

namespace MicroCred.Emulator.Tests.Durable.Faults;

/// <summary>Requests that meet a fault on their way, within the retries of the client's own.</summary>
internal sealed class FaultPolicy(Fault fault) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        await fault.AroundAsync(async () =>
        {
            await ProcessNextAsync(message, pipeline);
            return true;
        });
}
