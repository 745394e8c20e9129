using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.ProbeApp.Worker;

/// <summary>Adds a function with a trigger chosen by a test, as JSON like that in functions.metadata.</summary>
internal sealed class StrangeFunction(string binding, ServiceDescriptor known, IServiceProvider services) : IFunctionMetadataProvider
{
    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory)
    {
        var provider = (IFunctionMetadataProvider)(
            known.ImplementationInstance
            ?? known.ImplementationFactory?.Invoke(services)
            ?? ActivatorUtilities.CreateInstance(services, known.ImplementationType!)
        );
        return
        [
            .. await provider.GetFunctionMetadataAsync(directory),
            new DefaultFunctionMetadata
            {
                Name = "Strange",
                Language = "dotnet-isolated",
                EntryPoint = "MicroCred.ProbeApp.Nowhere.Run",
                ScriptFile = "MicroCred.ProbeApp.dll",
                RawBindings = [binding],
            },
        ];
    }
}
