using System.Text.Json;
using Azure.Core.Serialization;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Options;

namespace MicroCred.Emulator.Hosting;

/// <summary>The serializer of an app that sets none.</summary>
internal sealed class DefaultSerializer(IOptions<JsonSerializerOptions> json) : IPostConfigureOptions<WorkerOptions>
{
    public void PostConfigure(string? name, WorkerOptions options) => options.Serializer ??= new JsonObjectSerializer(json.Value);
}
