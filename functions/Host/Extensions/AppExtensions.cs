using System.Reflection;
using System.Runtime.Loader;
using MicroCred.Host.Hosting;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Hosting;

namespace MicroCred.Host.Extensions;

/// <summary>
/// The WebJobs extensions that the app was built with, loaded from the app's own output, so that what is deployed is what runs here. What
/// Host and extensions share is the Host's, which has to be at least as new.
/// </summary>
internal sealed class AppExtensions
{
    /// <summary>The real host's own way to read functions.metadata, of which the worker speaks for itself.</summary>
    private const string MetadataLoader = "Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader";

    private readonly FunctionApp _app;
    private readonly List<Type> _startups = [];

    public AppExtensions(FunctionApp app)
    {
        _app = app;
        AssemblyLoadContext.Default.Resolving += Resolve;
        foreach (var name in app.Extensions)
        {
            if (!name.Contains(MetadataLoader, StringComparison.Ordinal))
                _startups.Add(Type.GetType(name, throwOnError: true)!);
        }
    }

    public void Configure(WebJobsBuilderContext context, IWebJobsBuilder builder)
    {
        foreach (var type in _startups)
        {
            switch (Activator.CreateInstance(type))
            {
                case IWebJobsStartup2 startup:
                    startup.Configure(context, builder);
                    break;
                case IWebJobsStartup startup:
                    startup.Configure(builder);
                    break;
                default:
                    throw new StartupException([$"{type} is named in extensions.json and is no start-up of an extension."]);
            }
        }
    }

    /// <summary>A type of one of the extensions' assemblies; null where none has it.</summary>
    public Type? Find(string name) => _startups.Select(startup => startup.Assembly.GetType(name)).FirstOrDefault(type => type is not null);

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var path = Path.Combine(_app.ExtensionsFolder, $"{name.Name}.dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
