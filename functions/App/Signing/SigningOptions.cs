using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Signing;

/// <summary>The app's signing keys: the archive's, and the register's.</summary>
[Section("Signing")]
internal sealed class SigningOptions : IValidatableObject
{
    /// <summary>The address of the archive's key in Key Vault, without a version; empty for a local key.</summary>
    public string KeyUri { get; init; } = "";

    /// <summary>The file of the archive's local key; where this is empty too, it can't be signed.</summary>
    public string LocalKeyPath { get; init; } = "";

    /// <summary>The same for the register's key.</summary>
    public string RegisterKeyUri { get; init; } = "";

    /// <summary>The same for the register's local key.</summary>
    public string RegisterLocalKeyPath { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from setting in new[] { (Name: nameof(KeyUri), Value: KeyUri), (Name: nameof(RegisterKeyUri), Value: RegisterKeyUri) }
        where setting.Value.Length > 0 && !(Uri.TryCreate(setting.Value, UriKind.Absolute, out var key) && key.Scheme == Uri.UriSchemeHttps)
        select new ValidationResult(
            $"Signing__{setting.Name} is {setting.Value}. Give the https address of a key in a vault, without a version."
        );
}
