using System.Collections;

namespace MicroCred.Host.Hosting;

/// <summary>The settings as this process's environment, the app's local settings and the command line have them, and what the worker gets of them.</summary>
internal static class HostEnvironment
{
    /// <summary>Machines that run in a container set it; the durable extension then takes itself for another platform.</summary>
    private const string Container = "CONTAINER_NAME";

    /// <summary>Local settings lie below the environment, and the command line above.</summary>
    public static IConfigurationRoot Settings(FunctionApp app, string[] arguments) => new ConfigurationBuilder()
        .AddInMemoryCollection(app.LocalSettings.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value)))
        .AddEnvironmentVariables()
        .AddCommandLine(arguments)
        .Build();

    /// <summary>What extensions and engine read from this process's own environment.</summary>
    public static void Prepare(HostSettings settings)
    {
        Environment.SetEnvironmentVariable(Container, null);
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
        Environment.SetEnvironmentVariable("WEBSITE_HOSTNAME", new Uri(settings.Url).Authority);
        Environment.SetEnvironmentVariable("WEBSITE_CURRENT_STAMPNAME", settings.InstanceId);
        Environment.SetEnvironmentVariable("RoleInstanceId", settings.InstanceId);
    }

    /// <summary>This process's environment over the local settings, with what the Functions host adds; nothing that would move the worker's own server.</summary>
    public static Dictionary<string, string> ForWorker(FunctionApp app, string[] arguments)
    {
        Dictionary<string, string> worker = new(app.LocalSettings);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            worker[(string)variable.Key] = (string)variable.Value!;
        foreach (var (key, value) in new ConfigurationBuilder().AddCommandLine(arguments).Build().AsEnumerable())
        {
            if (value is not null)
                worker[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        worker.Remove("ASPNETCORE_URLS");
        worker["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder;
        worker["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        worker["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        worker.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");

        // The Host's edge takes away what comes from outside and says itself who has signed in.
        worker["Identity__TrustPlatformPrincipal"] = "true";
        return worker;
    }
}
