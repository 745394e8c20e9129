using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>Holds a file against the columns' rules and against the register, and changes nothing.</summary>
/// <param name="listed">The entries on the register.</param>
/// <param name="directory">Finds a provider in the directory; null where it isn't there.</param>
/// <param name="today">The day, Auckland time.</param>
internal sealed class ImportCheck(IReadOnlyCollection<RegisterEntry> listed, Func<ProviderNumber, Provider?> directory, DateOnly today)
{
    private readonly Dictionary<int, RegisterEntry> _listed = listed.ToDictionary(entry => entry.Number);
    private readonly Dictionary<string, RegisterEntry> _byCode = listed
        .Where(entry => entry.Code is not null)
        .GroupBy(entry => entry.Code!.Value.ToString())
        .ToDictionary(same => same.Key, same => same.First());
    private readonly HashSet<Guid> _ctids = [.. listed.Select(entry => entry.Ctid)];

    /// <summary>
    /// The entries that the file adds, in its order: those without a number have number 0. Rows equal to the entry of their number add
    /// none. Where the file has faults, they are added to its findings, and what is returned is of no use.
    /// </summary>
    public IReadOnlyList<AddedRow> Run(ImportFile file)
    {
        if (file.Findings.Count > 0)
        {
            return [];
        }

        var describedInFile = ProvidersIn(file);
        var titles = file
            .Rows.Where(row => NumberOf(row) is not null)
            .GroupBy(row => NumberOf(row)!.Value)
            .ToDictionary(same => same.Key, same => Text.Composed(same.First()["title"]));
        Dictionary<int, int> rowOfNumber = [];
        Dictionary<string, int> rowOfCode = [];
        Dictionary<Guid, int> rowOfCtid = [];
        List<AddedRow> added = [];
        foreach (var row in file.Rows)
        {
            if (NumberOf(row) is { } number && !rowOfNumber.TryAdd(number, row.Number))
            {
                Add(row, "number", $"Row {rowOfNumber[number]} has the same number.");
                continue;
            }

            if (EntryOf(row) is { } entry)
            {
                DemandUnique(row, entry);
                DemandTargets(row, entry);
                added.Add(new(row.Number, entry));
            }
        }

        return added;

        RegisterEntry? EntryOf(ImportRow row)
        {
            var known = NumberOf(row) is { } number ? _listed.GetValueOrDefault(number) : null;
            if (known is not null && DifferingIn(row.Cells, known).Count == 0)
            {
                return null;
            }

            RowReader reader = new(row.Cells, provider => directory(provider) ?? describedInFile.GetValueOrDefault(provider), today);
            var entry = Named(reader.Read());
            foreach (var (column, message) in reader.Faults)
            {
                file.Findings.Add(row.Number, column, message);
            }

            if (known is null)
            {
                return reader.Faults.Count == 0 ? entry : null;
            }

            if (reader.Faults.Count == 0)
            {
                foreach (var column in DifferingIn(CellsOf(entry, row), known))
                {
                    file.Findings.Add(
                        row.Number,
                        column,
                        $"Number {known.Number} is on the register with something else: {Shown(column, known)}."
                    );
                }
            }

            return null;
        }

        // With the titles of what its pathways name by number alone, as a publication has them.
        RegisterEntry Named(RegisterEntry entry) =>
            entry with
            {
                Pathways =
                [
                    .. entry.Pathways.Select(way =>
                        way is { RegisterNumber: { } target, Name: null or "" }
                            ? way with
                            {
                                Name = _listed.GetValueOrDefault(target)?.Title ?? titles.GetValueOrDefault(target),
                            }
                            : way
                    ),
                ],
            };

        // The columns in which a row says something else than an entry.
        List<RegisterColumn> DifferingIn(IReadOnlyDictionary<string, string> cells, RegisterEntry entry) =>
            [
                .. file.Columns.Where(column =>
                    (cells.GetValueOrDefault(column.Name) ?? "") is var cell
                    && !(column.IsAllocated && cell.Length == 0)
                    && Plain(cell) != Plain(column.Write(entry) ?? "")
                ),
            ];

        void DemandUnique(ImportRow row, RegisterEntry entry)
        {
            if (entry.Code is { } code)
            {
                if (_byCode.TryGetValue(code.ToString(), out var holder))
                {
                    Add(row, "reportingCode", $"Number {holder.Number} on the register has {code}.");
                }
                else if (!rowOfCode.TryAdd(code.ToString(), row.Number))
                {
                    Add(row, "reportingCode", $"Row {rowOfCode[code.ToString()]} has the same code.");
                }
            }

            if (entry.Ctid != Guid.Empty && (_ctids.Contains(entry.Ctid) || !rowOfCtid.TryAdd(entry.Ctid, row.Number)))
            {
                Add(row, "ctid", "Another entry has it.");
            }
        }

        void DemandTargets(ImportRow row, RegisterEntry entry)
        {
            foreach (
                var target in PathwayContent
                    .NumbersIn(entry.Pathways)
                    .Where(target => !_listed.ContainsKey(target) && !titles.ContainsKey(target))
            )
            {
                Add(row, "pathways", $"There is no number {target} on the register or in this file.");
            }
        }

        void Add(ImportRow row, string column, string message) => file.Findings.Add(row.Number, RegisterColumns.Named(column), message);
    }

    /// <summary>The providers that the rows describe, for those that deliver what another developed.</summary>
    private static Dictionary<ProviderNumber, Provider> ProvidersIn(ImportFile file)
    {
        Dictionary<ProviderNumber, Provider> providers = [];
        foreach (var row in file.Rows)
        {
            if (
                ProviderNumber.TryCreate(row["providerNumber"], out var number)
                && EnumNames.TryParse<ProviderType>(row["providerType"], out var type)
            )
            {
                providers.TryAdd(number, new Provider(number, Text.Composed(row["provider"]), type));
            }
        }

        return providers;
    }

    private static Dictionary<string, string> CellsOf(RegisterEntry entry, ImportRow row) =>
        RegisterColumns
            .All.Where(column => !column.IsAllocated || row[column.Name].Length > 0)
            .ToDictionary(column => column.Name, column => column.Write(entry) ?? "");

    private static int? NumberOf(ImportRow row) =>
        int.TryParse(row["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Shown(RegisterColumn column, RegisterEntry entry) =>
        column.Write(entry) is { Length: > 0 } cell ? $"“{cell}”" : "nothing";

    /// <summary>A cell with line breaks of one kind: programs that save a file may change them.</summary>
    private static string Plain(string cell) =>
        cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(@"\r\n", @"\n", StringComparison.Ordinal);
}
