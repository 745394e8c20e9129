using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Storage;

/// <summary>The storage account that the host also uses: a connection string locally, an account name in Azure.</summary>
[Section("")]
internal sealed class StorageAccountOptions : IValidatableObject
{
    /// <remarks>Not null where there is none: the binder treats a null string with settings one level deeper as an object.</remarks>
    [ConfigurationKeyName("AzureWebJobsStorage")]
    public string ConnectionString { get; init; } = "";

    /// <summary>The account's name, where it is accessed as the app's own identity.</summary>
    [ConfigurationKeyName("AzureWebJobsStorage:accountName")]
    public string? AccountName { get; init; }

    [ConfigurationKeyName("AzureWebJobsStorage:blobServiceUri")]
    public string? BlobServiceUri { get; init; }

    [ConfigurationKeyName("AzureWebJobsStorage:queueServiceUri")]
    public string? QueueServiceUri { get; init; }

    [ConfigurationKeyName("AzureWebJobsStorage:tableServiceUri")]
    public string? TableServiceUri { get; init; }

    /// <summary>The client id of the app's identity to use; null for the system-assigned one.</summary>
    [ConfigurationKeyName("AzureWebJobsStorage:clientId")]
    public string? ClientId { get; init; }

    /// <summary>The address of one of the account's services.</summary>
    /// <param name="given">The address in the settings, if any.</param>
    /// <param name="service">The service's name in addresses: blob, queue or table.</param>
    public Uri Endpoint(string? given, string service) =>
        new(IsGiven(given) ? given! : $"https://{AccountName}.{service}.core.windows.net");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !IsGiven(ConnectionString)
            && !IsGiven(AccountName)
            && !(IsGiven(BlobServiceUri) && IsGiven(QueueServiceUri) && IsGiven(TableServiceUri))
        )
        {
            yield return new ValidationResult(
                "Set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__accountName to a storage account's name."
            );
        }
    }

    private static bool IsGiven(string? text) => text is { Length: > 0 };
}
