using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// A <see cref="ListingIdentity"/> in a form that fits a key or a filter, whatever its title: 64 hexadecimal digits, equal for the same
/// listing; null where the title has nothing that can be read.
/// </summary>
internal static class ListingKey
{
    /// <summary>The listing that an application asks for.</summary>
    public static string? Of(Application application)
    {
        var content = application.Content.MicroCredential ?? new();
        return KeyOf(ListingIdentity.Of(application.Provider.Number, content.Title, content.Level, content.Credits));
    }

    /// <summary>The listing that an entry is.</summary>
    public static string? Of(RegisterEntry entry) =>
        KeyOf(ListingIdentity.Of(entry.Developer.Number, entry.Title, entry.Level.Value, entry.Credits.Value));

    /// <summary>
    /// What only one application of a provider should be under way for: a new listing, or what is done to one entry, the change of it or
    /// the accreditation to deliver it.
    /// </summary>
    public static string? OfUnderway(Application application) =>
        !application.Content.Type.ConcernsEntry() ? Of(application)
        : application.Concerned is { } number ? KeyOf(string.Create(CultureInfo.InvariantCulture, $"{application.Content.Type}|{number}"))
        : null;

    private static string? KeyOf(string? identity) =>
        identity is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
}
