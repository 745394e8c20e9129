using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal.Statistics;

/// <summary>Entries counted by two things, as a table and its chart show them.</summary>
/// <param name="Id">What the elements of the page that show it are called by.</param>
/// <param name="Caption">What is counted, in a few words.</param>
/// <param name="Heading">What the rows are.</param>
/// <param name="Columns">The heading of each column but the total.</param>
/// <param name="Rows">The rows, without the total.</param>
/// <param name="Total">The total; null where a table has none.</param>
public sealed record Counts(
    string Id,
    string Caption,
    string Heading,
    IReadOnlyList<string> Columns,
    IReadOnlyList<CountsRow> Rows,
    CountsRow? Total
)
{
    /// <summary>Table One.</summary>
    public static Counts OfLevels(IReadOnlyList<LevelsRow> table) =>
        Of(
            "levels",
            "Table One: level by type of provider",
            "Type of provider",
            [.. table.Select(row => (row.ProviderType, row.Levels, row.Total))]
        );

    /// <summary>Table Two.</summary>
    public static Counts OfCredits(IReadOnlyList<CreditsRow> table) =>
        Of("credits", "Table Two: credits by subject", "Subject", [.. table.Select(row => (row.Subject, row.Credits, row.Total))]);

    /// <summary>Approvals by month: a row for each year, from the first to the last.</summary>
    public static Counts OfMonths(IReadOnlyList<MonthRow> months) =>
        new(
            "months",
            "Approvals by month",
            "Year",
            Months,
            months.Count == 0
                ? []
                :
                [
                    .. Enumerable
                        .Range(months[0].First.Year, months[^1].First.Year - months[0].First.Year + 1)
                        .Select(year => OfYear(year.ToString(CultureInfo.InvariantCulture), year, months)),
                ],
            Total: null
        );

    /// <summary>What TEC may fund, by month: a row for each fund and year that has any.</summary>
    public static Counts OfFunds(IReadOnlyList<FundRow> funds) =>
        new(
            "funds",
            "Approved for TEC funding, by fund and month",
            "Fund and year",
            Months,
            [
                .. from fund in funds
                from year in fund.ByMonth.Select(month => month.First.Year).Distinct()
                select OfYear(string.Create(CultureInfo.InvariantCulture, $"{Funds.Name(fund.Fund)}, {year}"), year, fund.ByMonth),
            ],
            Total: null
        );

    /// <summary>Universities' own, by level.</summary>
    public static Counts OfUniversities(UniversitiesRow universities) =>
        new(
            "universities",
            "Universities’ own, by level",
            "Type of provider",
            [.. universities.Levels.Keys],
            [new CountsRow("Universities", [.. universities.Levels.Values], universities.Entries)],
            Total: null
        );

    private static IReadOnlyList<string> Months { get; } = [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12]];

    private static CountsRow OfYear(string name, int year, IReadOnlyList<MonthRow> months)
    {
        var entries = months.Where(month => month.First.Year == year).ToDictionary(month => month.First.Month, month => month.Entries);
        return new(name, [.. Enumerable.Range(1, 12).Select(month => entries.GetValueOrDefault(month))], entries.Values.Sum());
    }

    private static Counts Of(
        string id,
        string caption,
        string heading,
        IReadOnlyList<(string Name, IReadOnlyDictionary<string, int> Cells, int Total)> table
    )
    {
        List<CountsRow> rows = [.. table.Select(row => new CountsRow(row.Name, [.. row.Cells.Values], row.Total))];
        return new(id, caption, heading, [.. table[^1].Cells.Keys], [.. rows.SkipLast(1)], rows[^1]);
    }
}

/// <summary>A row of such a table.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Cells">Its numbers, one for each column.</param>
/// <param name="Total">Their total.</param>
public sealed record CountsRow(string Name, IReadOnlyList<int> Cells, int Total);
