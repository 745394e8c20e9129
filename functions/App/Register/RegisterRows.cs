using System.Globalization;

namespace MicroCred.App.Register;

/// <summary>Keys in <see cref="Storage.StorageNames.RegisterTable"/>.</summary>
/// <remarks>
/// A thousand numbers share a partition, so that a number is allocated and linked to its application in one transaction and no partition
/// exceeds a few thousand rows.
/// </remarks>
internal static class RegisterRows
{
    public const int NumbersInABlock = 1000;

    /// <summary>The largest number that a key has room for.</summary>
    public const int LastNumber = 999_999_999;
    public const string Counter = "counter";
    public const string Entries = "number|";
    public const string PastEntries = "number}";
    public const string Holder = "holder";

    /// <summary>The property of a number's row with the application that has it; one that is kept for an import has none.</summary>
    public const string Application = "Application";

    public const string FirstBlock = "block|";
    public const string PastBlocks = "block}";

    public static string Block(int block) => string.Create(CultureInfo.InvariantCulture, $"block|{block:D6}");

    public static string BlockOf(int number) => Block(number / NumbersInABlock);

    public static string Entry(int number) => string.Create(CultureInfo.InvariantCulture, $"number|{number:D9}");

    /// <summary>The number in the key of an entry's row.</summary>
    public static int Number(string entry) => int.Parse(entry.AsSpan(Entries.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    public static string Listing(ApplicationId id) => $"application|{id}";

    public static string Identity(string hash) => $"identity|{hash}";
}
