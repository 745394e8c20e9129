using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace MicroCred.App.Importing;

/// <summary>A file to import, taken apart into rows and cells (RFC 4180).</summary>
/// <param name="Columns">The columns that its header names.</param>
/// <param name="Rows">Its rows below the header; those without anything in them are left out.</param>
/// <param name="Findings">What is wrong with its header and its form; the rows aren't checked where there is anything.</param>
internal sealed record ImportFile(IReadOnlyList<RegisterColumn> Columns, IReadOnlyList<ImportRow> Rows, ImportFindings Findings)
{
    /// <summary>The most rows of a file. The largest that was measured is half of it.</summary>
    public const int MostRows = 20_000;

    private const string HeaderRule = "The header names the columns of the export, each once, in any order.";
    private const string FormRule = "A row has as many cells as the header; a cell with a comma, a quote or a line break stands in quotes.";

    /// <summary>Reads a file.</summary>
    /// <exception cref="DecoderFallbackException">It isn't UTF-8.</exception>
    public static ImportFile Read(ReadOnlyMemory<byte> bytes)
    {
        using StreamReader text = new(
            new MemoryStream(bytes.ToArray(), writable: false),
            // With a byte order mark or without; another encoding's mark doesn't make it another encoding.
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false
        );
        ImportFindings findings = new();
        List<string> header = [];
        var row = 0;
        using CsvParser csv = new(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                // A spreadsheet counts them.
                IgnoreBlankLines = false,
                BadDataFound = _ => findings.Add(row, NameAt(header, 0), FormRule, "A quote in it stands where none may, or isn't closed."),
            }
        );
        List<ImportRow> rows = [];
        while (Next() && findings.Count <= ImportFindings.Most)
        {
            var cells = csv.Record ?? [];
            if (row == 1)
            {
                header.AddRange(cells);
            }
            else if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add(RowOf(row, cells, header, findings));
            }

            if (rows.Count > MostRows)
            {
                findings.Add(row, NameAt(header, 0), FormRule, $"A file may have {MostRows:N0} rows. Split it.");
                break;
            }
        }

        AddHeader(header, findings);
        return new([.. RegisterColumns.All.Where(column => header.Contains(column.Name))], rows, findings);

        bool Next()
        {
            row++;
            return csv.Read();
        }
    }

    private static ImportRow RowOf(int number, string[] cells, List<string> header, ImportFindings findings)
    {
        if (cells.Length != header.Count)
        {
            findings.Add(
                number,
                NameAt(header, Math.Min(cells.Length, header.Count - 1)),
                FormRule,
                string.Create(CultureInfo.InvariantCulture, $"The row has {cells.Length} cells, and the header {header.Count}.")
            );
        }

        Dictionary<string, string> contents = [];
        foreach (var (column, cell) in header.Zip(cells).Where(pair => pair.Second.Length > 0))
        {
            contents[column] = CellText.Content(cell);
        }

        return new(number, contents);
    }

    private static void AddHeader(List<string> header, ImportFindings findings)
    {
        foreach (var (at, name) in header.Index())
        {
            if (RegisterColumns.All.All(column => column.Name != name))
            {
                findings.Add(1, name, HeaderRule, "There is no such column.");
            }
            else if (header.IndexOf(name) < at)
            {
                findings.Add(1, name, HeaderRule, "The column is there twice.");
            }
        }

        foreach (var column in RegisterColumns.All.Where(column => !column.MayBeMissing && !header.Contains(column.Name)))
        {
            findings.Add(1, column.Name, HeaderRule, "The column is missing.");
        }
    }

    private static string NameAt(List<string> header, int at) => header.ElementAtOrDefault(at) ?? "";
}
