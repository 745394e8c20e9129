using System.Text.Json;

namespace MicroCred.Emulator.Durable.History;

/// <summary>A history as bytes: turns in JSON, one after the other, so that a new one is only ever appended.</summary>
internal static class HistoryText
{
    private static readonly JsonReaderOptions OneAfterTheOther = new() { AllowMultipleValues = true };

    public static byte[] Write(Turn turn) => JsonSerializer.SerializeToUtf8Bytes(turn, HistoryJson.Default.Turn);

    public static List<Turn> Read(ReadOnlySpan<byte> text)
    {
        var turns = new List<Turn>();
        var reader = new Utf8JsonReader(text, OneAfterTheOther);
        while (reader.Read())
            turns.Add(JsonSerializer.Deserialize(ref reader, HistoryJson.Default.Turn)!);

        return turns;
    }
}
