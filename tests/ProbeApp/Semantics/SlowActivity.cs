using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>An activity that takes time by the clock among the app's services.</summary>
public sealed class SlowActivity(IServiceProvider services)
{
    [Function(nameof(WorkTenSeconds))]
    public async Task<string> WorkTenSeconds([ActivityTrigger] string? input, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(10), services.GetService<TimeProvider>() ?? TimeProvider.System, cancellationToken);
        return "activity";
    }
}
