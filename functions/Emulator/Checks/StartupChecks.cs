using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Hosting;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Checks;

/// <summary>
/// Everything about the functions that can be known to be wrong before one of them runs, on this host or on the real one.
/// </summary>
internal static class StartupChecks
{
    public static void Run(FunctionApp app, IConfiguration settings, Faults faults)
    {
        NameCheck.Run(app.Functions, faults);
        MethodCheck.Run(app.Functions, faults);
        ParameterCheck.Run(app.Functions, faults);
        RouteCheck.Run(app, faults);
        TriggerSettingCheck.Run(app.Functions, settings, faults);
        TaskNameCheck.Run(app.Functions, app.Classes, faults);
        foreach (var missing in SettingReferences.Missing(DurableServices.Options(app).HubName, settings))
            faults.Add($"extensions.durableTask.hubName of host.json: '%{missing}%' does not resolve to a value: there is no setting {missing}.");
        if (app is { IsDurable: true, Settings.DurableStore: DurableStore.Tables, StorageConnection: null or "" })
            faults.Add("The setting AzureWebJobsStorage, with the connection string of the account that keeps orchestrations, is missing.");
    }
}
