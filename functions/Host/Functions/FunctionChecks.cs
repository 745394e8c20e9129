using System.Text.RegularExpressions;
using MicroCred.Host.Http;
using MicroCred.Host.Worker;

namespace MicroCred.Host.Functions;

/// <summary>What of the functions can be seen to be wrong before any of them runs.</summary>
internal static partial class FunctionChecks
{
    /// <param name="functions">All that the worker has.</param>
    /// <param name="kinds">The triggers that can be served.</param>
    /// <param name="settings">Where <c>%NAME%</c> in a trigger is looked up.</param>
    /// <param name="faults">Takes a sentence for each fault.</param>
    public static void Run(IEnumerable<FunctionMetadata> functions, TriggerKinds kinds, IConfiguration settings, List<string> faults)
    {
        foreach (var function in functions)
        {
            if (!RouteTable.IsHttp(function) && kinds.Find(function.TriggerType) is null)
                faults.Add($"{function.Name}: the Host serves no {function.TriggerType}, or the app was built without its extension.");
            foreach (Match reference in Reference().Matches(function.Trigger.ToString()))
            {
                if (settings[reference.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)] is null)
                    faults.Add($"{function.Name}: its trigger names the setting {reference.Value}, which isn't set. Set it in local.settings.json or the environment.");
            }
        }
    }

    [GeneratedRegex("%(?<name>[A-Za-z_][A-Za-z0-9_:.]*)%")]
    private static partial Regex Reference();
}
