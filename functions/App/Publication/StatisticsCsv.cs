using System.Globalization;
using System.Text;
using CsvHelper;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>NZQA's Tables One and Two as CSV (RFC 4180), with a byte order mark, and the totals last.</summary>
internal static class StatisticsCsv
{
    /// <summary>What writes each table, by the table's name in the statistics.</summary>
    public static IReadOnlyDictionary<string, Func<RegisterStatistics, BinaryData>> Tables { get; } =
        new Dictionary<string, Func<RegisterStatistics, BinaryData>>
        {
            ["levelByProviderType"] = statistics =>
                Write("providerType", statistics.LevelByProviderType.Select(row => (row.ProviderType, row.Levels, row.Total))),
            ["creditsBySubject"] = statistics =>
                Write(
                    "subject",
                    statistics.CreditsBySubject.Select(row =>
                        (row.Subject, (IReadOnlyDictionary<string, int>)OfTheTable(row.Credits), row.Total)
                    )
                ),
        };

    /// <summary>The bands of the paper's table: a smaller one, which later editions have, counts in the total alone.</summary>
    private static Dictionary<string, int> OfTheTable(IReadOnlyDictionary<string, int> credits) =>
        CreditBand.OfTheTable.ToDictionary(band => band.Name, band => credits[band.Name]);

    private static BinaryData Write(string heading, IEnumerable<(string Name, IReadOnlyDictionary<string, int> Cells, int Total)> rows)
    {
        using MemoryStream bytes = new();
        using (StreamWriter text = new(bytes, Encoding.UTF8, leaveOpen: true))
        using (CsvWriter csv = new(text, CultureInfo.InvariantCulture))
        {
            foreach (var (at, row) in rows.Index())
            {
                if (at == 0)
                {
                    WriteLine(csv, [heading, .. row.Cells.Keys, "total"]);
                }

                WriteLine(
                    csv,
                    [row.Name, .. row.Cells.Values.Append(row.Total).Select(cell => cell.ToString(CultureInfo.InvariantCulture))]
                );
            }
        }

        return BinaryData.FromBytes(bytes.ToArray());
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
