using System.Text.Json;

namespace MicroCred.Benchmarks.Figures;

/// <summary>The figures as programs read them.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task Write(string path, Bench bench)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using FileStream file = File.Create(path);
        await JsonSerializer.SerializeAsync(
            file,
            new
            {
                bench.StartedAt,
                EndedAt = DateTimeOffset.UtcNow,
                Machine = Machine.Describe(),
                bench.LoadAtStart,
                bench.IsQuick,
                bench.Figures,
            },
            Json);
    }
}
