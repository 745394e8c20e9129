using System.Globalization;
using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>Bytes in an entity, cut into properties of the 64 KiB that one may have.</summary>
internal static class ByteColumns
{
    private const int Widest = 64 * 1024;

    public static void Write(TableEntity entity, string name, byte[] bytes)
    {
        if (bytes.Length <= Widest)
        {
            entity[name] = bytes;
            return;
        }

        for (int at = 0, number = 0; at < bytes.Length; at += Widest, number++)
            entity[NameOf(name, number)] = bytes[at..Math.Min(at + Widest, bytes.Length)];
    }

    public static byte[] Read(TableEntity entity, string name)
    {
        if (!entity.ContainsKey(NameOf(name, 1)))
            return entity.GetBinary(name) ?? [];

        var bytes = new List<byte>();
        for (var number = 0; entity.GetBinary(NameOf(name, number)) is { } piece; number++)
            bytes.AddRange(piece);

        return [.. bytes];
    }

    /// <summary>How many bytes an entity carries.</summary>
    public static int Weigh(TableEntity entity) => entity.Sum(property => (property.Value as byte[])?.Length ?? 0);

    private static string NameOf(string name, int number) =>
        number == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
