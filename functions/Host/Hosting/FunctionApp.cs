using System.Text.Json;

namespace MicroCred.Host.Hosting;

/// <summary>A built function app: its folder, and what the files in it say.</summary>
internal sealed class FunctionApp
{
    private FunctionApp(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The name of its assembly.</summary>
    public string Name => Path.GetFileNameWithoutExtension(WorkerPath);

    /// <summary>What runs it, such as <c>dotnet</c>.</summary>
    public string Executable { get; private set; } = "";

    /// <summary>The worker's assembly.</summary>
    public string WorkerPath { get; private set; } = "";

    /// <summary>The WebJobs extensions that the build put beside it, by the names of their start-up types.</summary>
    public IReadOnlyList<string> Extensions { get; private set; } = [];

    /// <summary>host.json, each value by its path.</summary>
    public IReadOnlyDictionary<string, string?> HostJson { get; private set; } = new Dictionary<string, string?>();

    /// <summary>The Values of local.settings.json, which stand for the app settings of Azure.</summary>
    public IReadOnlyDictionary<string, string> LocalSettings { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where the extensions' assemblies are.</summary>
    public string ExtensionsFolder => Path.Combine(Folder, ".azurefunctions");

    /// <param name="folder">The folder.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    public static FunctionApp Read(string folder, List<string> faults)
    {
        FunctionApp app = new(Path.GetFullPath(folder));
        if (!File.Exists(Path.Combine(app.Folder, "worker.config.json")))
        {
            faults.Add($"{app.Folder} has no built function app. Build one, or say with Host:App where it is.");
            return app;
        }

        app.ReadFile("worker.config.json", faults, file =>
        {
            var worker = file.RootElement.GetProperty("description");
            app.Executable = worker.GetProperty("defaultExecutablePath").GetString()!;
            app.WorkerPath = Path.Combine(app.Folder, worker.GetProperty("defaultWorkerPath").GetString()!);
        });
        app.ReadFile("extensions.json", faults, file => app.Extensions =
            [.. file.RootElement.GetProperty("extensions").EnumerateArray().Select(extension => extension.GetProperty("typeName").GetString()!)]);
        app.ReadFile("host.json", faults, file => app.HostJson = Flatten(file));
        if (File.Exists(Path.Combine(app.Folder, "local.settings.json")))
            app.ReadFile("local.settings.json", faults, app.ReadLocalSettings);
        return app;
    }

    private void ReadLocalSettings(JsonDocument file)
    {
        if (file.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.GetBoolean())
            throw new JsonException("it is encrypted: run func settings decrypt");
        if (file.RootElement.TryGetProperty("Values", out var values))
            LocalSettings = values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ToString());
    }

    private void ReadFile(string name, List<string> faults, Action<JsonDocument> read)
    {
        var path = Path.Combine(Folder, name);
        try
        {
            using var file = JsonDocument.Parse(
                File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            read(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            faults.Add($"{path} can't be read: {unreadable.Message}");
        }
    }

    private static Dictionary<string, string?> Flatten(JsonDocument file)
    {
        using MemoryStream json = new(JsonSerializer.SerializeToUtf8Bytes(file));
        return new ConfigurationBuilder().AddJsonStream(json).Build().AsEnumerable().ToDictionary(value => value.Key, value => value.Value);
    }
}
