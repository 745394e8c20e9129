using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Pipeline;

/// <summary>The storage that a simulated app runs on.</summary>
internal abstract class SimulatedStorage
{
    /// <summary>The account's connection string.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Puts the storage into an app's services.</summary>
    public abstract void AddTo(IServiceCollection services);

    /// <summary>Makes the storage empty and ready.</summary>
    public abstract Task PrepareAsync(IServiceProvider services);

    /// <summary>Looks into it.</summary>
    public abstract IContents ContentsOf(IServiceProvider services);
}
