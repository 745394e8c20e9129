using Azure.Core.Serialization;

namespace MicroCred.Emulator.Durable;

/// <summary>
/// Turns inputs, outputs, events and statuses into JSON and back with the worker's serializer, and says no to what is too large to keep.
/// </summary>
internal sealed class Payloads(ObjectSerializer serializer)
{
    /// <summary>
    /// The most that one payload may take, in bytes of UTF-8: two of them, and what surrounds them, fit one write to a table.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    public ObjectSerializer Serializer => serializer;

    /// <summary>JSON of a value; null for null.</summary>
    /// <exception cref="ArgumentException">It is too large.</exception>
    public BinaryData? Write(object? value, string what)
    {
        if (value is null)
            return null;

        var json = serializer.Serialize(value, value.GetType(), default);
        RequireRoom(json.ToMemory().Length, what);
        return json;
    }

    public T? Read<T>(BinaryData? json) => json is null ? default : (T?)serializer.Deserialize(json.ToStream(), typeof(T), default);

    private static void RequireRoom(int bytes, string what)
    {
        if (bytes > MaxBytes)
        {
            throw new ArgumentException(
                $"{what} takes {bytes} bytes as JSON, and an orchestration's history keeps at most {MaxBytes} of one value. "
                + "Keep the content in a store of its own and pass its id.");
        }
    }
}
