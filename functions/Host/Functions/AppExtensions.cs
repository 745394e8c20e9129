using System.Runtime.Loader;
using MicroCred.Host.Hosting;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Hosting;

namespace MicroCred.Host.Functions;

/// <summary>
/// The WebJobs extensions that the app was built with, loaded from the app's own output, so that what is deployed is what runs here. What
/// Host and extensions share is the Host's, which has to be at least as new.
/// </summary>
internal sealed class AppExtensions
{
    /// <summary>The real host's own way to read functions.metadata, of which the worker speaks for itself.</summary>
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

    /// <summary>A type of one of the extensions' assemblies; null where none has it.</summary>
    public Type? Find(string name) => _startups.Select(startup => startup.Assembly.GetType(name)).FirstOrDefault(type => type is not null);
}
