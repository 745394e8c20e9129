using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Signing;

/// <summary>The app's signing key.</summary>
[Section("Signing")]
internal sealed class SigningOptions : IValidatableObject
{
    /// <summary>The address of a Key Vault key, without a version; empty for a local key.</summary>
    public string KeyUri { get; init; } = "";

    /// <summary>The file of the local key; where this is empty too, nothing can be signed.</summary>
    public string LocalKeyPath { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyUri.Length > 0 && !(Uri.TryCreate(KeyUri, UriKind.Absolute, out var key) && key.Scheme == Uri.UriSchemeHttps))
        {
            yield return new ValidationResult(
                $"Signing__KeyUri is {KeyUri}. Give the https address of a key in a vault, without a version."
            );
        }
    }
}
