using System.Security.Cryptography;
using System.Text;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>An application's <see cref="ListingIdentity"/> in a form that fits a key or a filter, whatever its title.</summary>
internal static class ListingKey
{
    /// <summary>64 hexadecimal digits, equal for the same listing; null where the title has nothing that can be read.</summary>
    public static string? Of(Application application)
    {
        var content = application.Content.MicroCredential ?? new();
        return ListingIdentity.Of(application.Provider.Number, content.Title, content.Level, content.Credits) is { } identity
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))
            : null;
    }
}
