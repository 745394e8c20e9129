using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.App.Storage;

/// <summary>
/// Row keys in an application's partition of <see cref="StorageNames.ApplicationsTable"/>; the partition key is the application's id.
/// </summary>
internal static class ApplicationRows
{
    public const string Application = "application";
    public const string FirstEvent = "event|";
    public const string PastEvents = "event}";
    public const string PastNotices = "notices}";
    public const string FirstLetter = "letter|";
    public const string PastLetters = "letter}";
    private const string Answers = "key|";

    public static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"event|{number:D6}");

    /// <summary>The notices about the change that made this revision.</summary>
    public static string Notices(int revision) => string.Create(CultureInfo.InvariantCulture, $"notices|{revision:D6}");

    /// <summary>The letter about the change that made this revision.</summary>
    public static string Letter(int revision) => string.Create(CultureInfo.InvariantCulture, $"{FirstLetter}{revision:D6}");

    /// <summary>What the application held in a version, by the version's number.</summary>
    public static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"version|{number:D6}");

    /// <summary>What the application said of its register entry at a change of it; the publication is number 0.</summary>
    public static string EntryPart(int change) => string.Create(CultureInfo.InvariantCulture, $"entry|{change:D6}");

    /// <summary>The answer to a command with this idempotency key, by the key's hash.</summary>
    public static string Answer(string keyHash) => Answers + keyHash;

    /// <summary>The end of the row range of that answer: a long one has several rows.</summary>
    public static string PastAnswer(string keyHash) => Answer(keyHash) + "}";

    /// <summary>The hash of the idempotency key whose answer a row holds; null for any other row.</summary>
    public static string? KeyOf(string row) =>
        row.StartsWith(Answers, StringComparison.Ordinal) && row.Split('|') is [_, var hash] ? hash : null;

    /// <summary>How many applications can be begun under the same idempotency key, each after the previous answer has expired.</summary>
    public const int MostTurns = 20;

    /// <summary>The id of an application begun under an idempotency key, by the key's hash: the same for each repeat.</summary>
    /// <param name="keyHash">The key's hash.</param>
    /// <param name="turn">How many were begun under it before, whose answers have expired.</param>
    public static ApplicationId BegunUnder(string keyHash, int turn)
    {
        var hash =
            turn == 0
                ? Convert.FromHexString(keyHash)
                : SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{keyHash}\n{turn}")));
        return ApplicationId.New(new Guid(hash.AsSpan(0, 16)));
    }

    /// <summary>Whether an application was begun under an idempotency key, by its hash.</summary>
    public static bool IsBegunUnder(string keyHash, ApplicationId id) =>
        Enumerable.Range(0, MostTurns).Any(turn => BegunUnder(keyHash, turn) == id);
}
