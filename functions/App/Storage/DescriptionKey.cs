using System.Security.Cryptography;
using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>Tells one <see cref="Description"/> of an application from another.</summary>
internal static class DescriptionKey
{
    private const int Bytes = 12;

    /// <summary>Hexadecimal digits, another for another title, purpose or list of outcomes.</summary>
    public static string Of(Application application)
    {
        var description = Description.Of(application);
        var text = JsonSerializer.SerializeToUtf8Bytes<string[]>(
            [description.Title, description.Purpose, .. description.Outcomes],
            AppJson.Stored
        );
        return Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, Bytes));
    }
}
