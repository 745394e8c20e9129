using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>Validates settings by the attributes of their type, and by the type's own validation.</summary>
internal sealed class SettingsRules<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        List<string> faults =
        [
            .. SettingNames
                .In(SettingNames.SectionOf(typeof(T)), options)
                .SelectMany(setting => Faults(setting.Name, setting.Property, setting.Owner)),
        ];
        if (options is IValidatableObject whole)
        {
            faults.AddRange(whole.Validate(new ValidationContext(options)).Select(fault => fault.ErrorMessage!));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string setting, PropertyInfo property, object owner)
    {
        var value = property.GetValue(owner);
        return property
            .GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(value))
            .Select(rule => $"{setting} is {value}. {rule.FormatErrorMessage(setting)}");
    }
}
