using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Functions;

/// <summary>The functions that a setting <c>AzureWebJobs.name.Disabled</c> switches off.</summary>
internal sealed class DisabledFunctions(IConfiguration settings)
{
    public bool Contains(Function function) => settings.GetValue<bool>($"AzureWebJobs.{function.Name}.Disabled");
}
