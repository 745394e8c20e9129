using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The register as CSV (RFC 4180): UTF-8 with a byte order mark, a header, and one row for each entry.</summary>
internal static class RegisterCsv
{
    /// <summary>Without the byte order mark Excel assumes the machine's own encoding.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(Stream target, IEnumerable<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        await using StreamWriter text = new(target, Utf8, bufferSize: 1 << 16, leaveOpen: true);
        await using CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        foreach (var column in RegisterColumns.All)
        {
            csv.WriteField(column.Name);
        }

        await csv.NextRecordAsync();
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in RegisterColumns.All)
            {
                csv.WriteField(column.Cell(entry));
            }

            await csv.NextRecordAsync();
        }
    }
}
