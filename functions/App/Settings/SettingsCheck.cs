using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>Checks all settings before the app starts, and says of all that are wrong in one message.</summary>
internal sealed partial class SettingsCheck(IServiceProvider provider, IEnumerable<CheckedSettings> settings) : IStartupValidator
{
    /// <exception cref="InvalidOperationException">Settings are wrong; the message lists each.</exception>
    public void Validate()
    {
        List<string> faults = [.. settings.SelectMany(Faults)];
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(
                $"The app can't start with these settings; docs/settings.md explains each.\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}");
        }
    }

    private IEnumerable<string> Faults(CheckedSettings one)
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
            // What the binder says of a text that is no number, say, with the setting's name.
            return [SettingInMessage().Replace(failure.Message, setting => setting.Value.Replace(":", "__", StringComparison.Ordinal))];
        }
    }

    [GeneratedRegex("(?<= at ')[^']+(?=')")]
    private static partial Regex SettingInMessage();
}
