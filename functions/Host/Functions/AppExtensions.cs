using System.Runtime.Loader;
using MicroCred.Host.Hosting;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Hosting;

namespace MicroCred.Host.Functions;

/// <summary>
/// The WebJobs extensions that the app was built with, loaded from the app's output, so that the deployed versions are the ones that run
/// here. Assemblies that the Host shares with them are the Host's, which must be at least as new.
/// </summary>
internal sealed class AppExtensions
{
    /// <summary>The real host's reader of functions.metadata, skipped because the worker reports its functions.</summary>
    private const string MetadataLoader = "Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader";

    private readonly List<Type> _startups;

    public AppExtensions(FunctionApp app)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(app.Folder, ".azurefunctions", $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        _startups = [.. app.Extensions.Where(name => !name.Contains(MetadataLoader, StringComparison.Ordinal)).Select(name => Type.GetType(name, throwOnError: true)!)];
    }

    public void Configure(WebJobsBuilderContext context, IWebJobsBuilder builder)
    {
        foreach (var type in _startups)
        {
            var startup = Activator.CreateInstance(type);
            if (startup is IWebJobsStartup2 withContext)
                withContext.Configure(context, builder);
            else
                ((IWebJobsStartup)startup!).Configure(builder);
        }
    }

    /// <summary>A type from the extensions' assemblies; null where none has it.</summary>
    public Type? Find(string name) => _startups.Select(startup => startup.Assembly.GetType(name)).FirstOrDefault(type => type is not null);
}
