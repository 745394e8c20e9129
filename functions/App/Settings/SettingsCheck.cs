using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>Validates all settings before the app starts, and reports every fault in one message.</summary>
internal sealed partial class SettingsCheck(IServiceProvider provider, IEnumerable<CheckedSettings> settings)
{
    /// <summary>Every fault, with the setting's name and what to do; null where there is none.</summary>
    public string? Faults()
    {
        List<string> faults = [.. settings.SelectMany(FaultsOf)];
        return faults.Count == 0
            ? null
            : "The app can't start with these settings; docs/settings.md explains each.\n"
                + string.Join('\n', faults.Select(fault => $"- {fault}"));
    }

    private IEnumerable<string> FaultsOf(CheckedSettings one)
    {
        try
        {
            one.Read(provider);
            return [];
        }
        catch (OptionsValidationException failure)
        {
            return failure.Failures;
        }
        catch (InvalidOperationException failure)
        {
            // The binder's message, for text that isn't a number, say; it contains the setting's name.
            return [SettingInMessage().Replace(failure.Message, setting => setting.Value.Replace(":", "__", StringComparison.Ordinal))];
        }
    }

    [GeneratedRegex("(?<= at ')[^']+(?=')")]
    private static partial Regex SettingInMessage();
}
