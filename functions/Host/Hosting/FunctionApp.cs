using System.Collections;

namespace MicroCred.Host.Hosting;

/// <summary>A built function app: its folder, the content of its configuration files, and its settings.</summary>
internal sealed class FunctionApp
{
    private const string Section = "AzureFunctionsJobHost";

    /// <summary>The Values of local.settings.json, which take the place of Azure's app settings.</summary>
    private Dictionary<string, string> _localSettings = [];

    private IConfiguration _commandLine = null!;

    public required string Folder { get; init; }

    public string Name => Path.GetFileNameWithoutExtension(WorkerPath);

    /// <summary>The program that runs the worker's assembly, such as <c>dotnet</c>.</summary>
    public string Executable { get; private set; } = "";

    public string WorkerPath { get; private set; } = "";

    /// <summary>The WebJobs extensions that the build added, by the names of their startup types.</summary>
    public IReadOnlyList<string> Extensions { get; private set; } = [];

    /// <summary>The Host's and the extensions' settings: local settings, overridden by environment and command line.</summary>
    public IConfiguration Settings { get; private set; } = null!;

    /// <summary>host.json, with the settings that override it.</summary>
    public IConfiguration HostJson => Settings.GetSection(Section);

    /// <summary>Reads a build's folder, and adds its faults.</summary>
    public static FunctionApp Read(string folder, IConfiguration commandLine, List<string> faults)
    {
        FunctionApp app = new() { Folder = Path.GetFullPath(folder), _commandLine = commandLine };
        if (!File.Exists(Path.Combine(app.Folder, "worker.config.json")))
        {
            faults.Add($"{app.Folder} has no built function app. Build one, or say with Host:App where it is.");
            return app;
        }

        var worker = app.ReadFile("worker.config.json", faults).GetSection("description");
        app.Executable = worker["defaultExecutablePath"] ?? "dotnet";
        app.WorkerPath = Path.Combine(app.Folder, worker["defaultWorkerPath"] ?? "");
        app.Extensions = [.. app.ReadFile("extensions.json", faults).GetSection("extensions").GetChildren().Select(extension => extension["typeName"]!)];
        var local = app.ReadFile("local.settings.json", faults, optional: true);
        if (local.GetValue<bool>("IsEncrypted"))
            faults.Add($"local.settings.json is encrypted. Run: func settings decrypt");
        app._localSettings = local.GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
        app.Settings = new ConfigurationBuilder()
            .AddInMemoryCollection(app.ReadFile("host.json", faults).AsEnumerable().Select(pair => KeyValuePair.Create($"{Section}:{pair.Key}", pair.Value)))
            .AddInMemoryCollection(app._localSettings.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)))
            .AddEnvironmentVariables()
            .AddConfiguration(app._commandLine)
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsConfigurationSection", Section)])
            .Build();
        return app;
    }

    /// <summary>The worker's environment: adds the Functions host's variables, removes those that would move its server.</summary>
    public Dictionary<string, string> WorkerEnvironment()
    {
        Dictionary<string, string> worker = new(_localSettings);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            worker[(string)variable.Key] = (string)variable.Value!;
        foreach (var (key, value) in _commandLine.AsEnumerable().Where(pair => pair.Value is not null))
            worker[key.Replace(":", "__", StringComparison.Ordinal)] = value!;

        worker.Remove("ASPNETCORE_URLS");
        worker["FUNCTIONS_WORKER_DIRECTORY"] = Folder;
        worker["FUNCTIONS_APPLICATION_DIRECTORY"] = Folder;
        worker.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");

        // The Host removes principal headers from outside and sets them itself.
        worker["Identity__TrustPlatformPrincipal"] = "true";
        return worker;
    }

    private IConfiguration ReadFile(string name, List<string> faults, bool optional = false)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.Combine(Folder, name), optional).Build();
        }
        catch (Exception unreadable) when (unreadable is IOException or FormatException or InvalidDataException)
        {
            faults.Add($"{Path.Combine(Folder, name)} can't be read: {unreadable.GetBaseException().Message}");
            return new ConfigurationBuilder().Build();
        }
    }
}
