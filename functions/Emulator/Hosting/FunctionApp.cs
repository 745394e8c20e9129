using System.Reflection;
using MicroCred.Emulator.Checks;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Http;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Hosting;

/// <summary>An app that has passed the checks: its functions, and everything that says how they run.</summary>
internal sealed record FunctionApp
{
    public required string Folder { get; init; }

    public required EmulatorSettings Settings { get; init; }

    public required IConfiguration HostJson { get; init; }

    public required HttpHostOptions Http { get; init; }

    public required IReadOnlyList<Function> Functions { get; init; }

    public required IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; init; }

    public required string? StorageConnection { get; init; }

    /// <summary>The classes that the functions were looked for in; null for all of an assembly.</summary>
    public IReadOnlyList<Type>? Classes { get; init; }

    /// <summary>Whether it has orchestrations, or calls any.</summary>
    public bool IsDurable => Functions.Any(function => function.Kind is FunctionKind.Orchestrator or FunctionKind.Activity
        || function.InputBindings.Values.Any(binding => binding.Type == Triggers.DurableClient));

    /// <exception cref="StartupException">There is something wrong with the app.</exception>
    public static FunctionApp Check(
        string folder,
        IConfiguration configuration,
        Assembly assembly,
        IReadOnlyList<Type>? classes,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        var faults = new Faults();
        var hostJson = Hosting.HostJson.Read(folder, configuration);
        var app = new FunctionApp
        {
            Folder = folder,
            Settings = EmulatorSettings.From(configuration),
            HostJson = hostJson,
            Http = HttpHostOptions.From(hostJson, configuration),
            Functions = FunctionDiscovery.Find(classes ?? assembly.GetTypes(), faults),
            Classes = classes,
            Middleware = middleware,
            StorageConnection = configuration["AzureWebJobsStorage"],
        };
        StartupChecks.Run(app, configuration, faults);
        faults.ThrowIfAny();
        return app;
    }
}
