using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Timers;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Checks;

/// <summary>The settings that triggers refer to are there, and schedules can be read.</summary>
internal static class TriggerSettingCheck
{
    public static void Run(IReadOnlyList<Function> functions, IConfiguration settings, Faults faults)
    {
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case QueueTriggerAttribute queue:
                    Refer(function, queue.QueueName, settings, faults);
                    var connection = queue.Connection ?? "AzureWebJobsStorage";
                    if (string.IsNullOrEmpty(settings[connection]))
                        faults.Add(function, $"the setting {connection}, with the connection string of the queue's account, is missing.");
                    break;
                case TimerTriggerAttribute timer when Refer(function, timer.Schedule, settings, faults) is { } schedule && Schedule.Parse(schedule) is null:
                    faults.Add(function, $"'{schedule}' is neither an NCRONTAB expression ('0 */5 * * * *' is every five minutes) nor a time span.");
                    break;
            }
        }
    }

    private static string? Refer(Function function, string text, IConfiguration settings, Faults faults)
    {
        foreach (var missing in SettingReferences.Missing(text, settings))
            faults.Add(function, $"'%{missing}%' does not resolve to a value: there is no setting {missing}.");
        return SettingReferences.Resolve(text, settings);
    }
}
