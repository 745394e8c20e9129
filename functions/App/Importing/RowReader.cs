using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>
/// Reads one row into an entry, column by column, and collects what is wrong with it. After a fault the value is some other, which doesn't
/// matter, since nothing of a faulty file is kept.
/// </summary>
/// <param name="cells">The contents of the row's cells by the names of their columns; empty ones may be left out.</param>
/// <param name="providers">Finds a provider that the row itself doesn't describe.</param>
/// <param name="today">The day, Auckland time.</param>
internal sealed class RowReader(IReadOnlyDictionary<string, string> cells, Func<ProviderNumber, Provider?> providers, DateOnly today)
{
    private const int LongestQuoted = 60;

    private static readonly Provider Nobody = new(default, "", default);

    private static readonly RegisterEntry Nothing = new(
        Number: 0,
        Version: 1,
        Code: null,
        Title: "",
        Level.Create(Level.Minimum),
        Credits.Create(Credits.Minimum),
        Nzsced: null,
        Nobody,
        Deliverers: [],
        UseCase: null,
        Purpose: "",
        Outcomes: [],
        DeliveryModes: [],
        Standards: [],
        ApprovedOn: default,
        ReviewDue: default,
        LastEnrolment: null,
        LastAchievement: null,
        RegisterStatus.Current,
        Funding: null,
        Ctid: Guid.Empty
    );

    private readonly List<(RegisterColumn Column, string Message)> _faults = [];
    private RegisterColumn _column = RegisterColumns.All[0];

    /// <summary>What was read so far.</summary>
    public RegisterEntry Entry { get; private set; } = Nothing;

    public DateOnly Today => today;

    public IReadOnlyList<(RegisterColumn Column, string Message)> Faults => _faults;

    /// <summary>Whether a column that was read had a fault.</summary>
    public bool IsFaulty(string column) => _faults.Any(fault => fault.Column.Name == column);

    /// <summary>Reads the whole row. Empty cells of number, code and CTID leave 0, null and an empty id.</summary>
    public RegisterEntry Read()
    {
        foreach (var column in RegisterColumns.All)
        {
            _column = column;
            var cell = this[column.Name];
            if (Text.IsGiven(cell))
            {
                Entry = column.Read(this, cell);
            }
            else if (column.IsRequired)
            {
                Fault("It is empty.");
            }
        }

        return Entry with
        {
            ReviewDue = Entry.ReviewDue == default ? NextYear(Entry.ApprovedOn) : Entry.ReviewDue,
        };
    }

    /// <summary>Another cell's content; empty where there is none.</summary>
    public string this[string column] => cells.GetValueOrDefault(column) ?? "";

    /// <summary>A provider that isn't described in this row; null where nobody knows it.</summary>
    public Provider? ProviderOf(ProviderNumber number) => providers(number);

    /// <summary>Says that the column being read has a fault.</summary>
    public void Fault(string message) => _faults.Add((_column, message));

    public string TextOf(string cell, TextLimit limit)
    {
        var text = Text.Composed(cell);
        if (TextFaults.Of(text, _column.Name, limit) is { } fault)
        {
            Fault(fault.Message);
        }

        return text;
    }

    /// <summary>A part of a list that has to be given; empty after a fault.</summary>
    public string Needed(string part, TextLimit limit)
    {
        if (Given(part, limit) is { } text)
        {
            return text;
        }

        Fault("A text in it is empty.");
        return "";
    }

    /// <summary>A part of a list; null where there is nothing in it.</summary>
    public string? Given(string part, TextLimit limit) => Text.IsGiven(part) ? TextOf(part, limit) : null;

    /// <summary>Demands that another column's list has as many items as the one being read.</summary>
    public void DemandAsMany(int count, string column)
    {
        var others = this[column] is { Length: > 0 } cell ? cell.Count(character => character == ';') + 1 : 0;
        if (others != count)
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"There are {count} here and {others} in {column}."));
        }
    }

    /// <summary>A whole number as computers write it, so that it is written again as it was read.</summary>
    public int Whole(string cell, int least, int most)
    {
        if (
            int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            && (cell[0] != '0' || cell.Length == 1)
        )
        {
            return number;
        }

        Fault(string.Create(CultureInfo.InvariantCulture, $"“{Short(cell)}” is no whole number from {least} to {most}."));
        return least;
    }

    public DateOnly Day(string cell)
    {
        if (!DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault($"“{Short(cell)}” is no day as in 2022-06-30.");
        }

        return day;
    }

    /// <summary>One of an enum's names.</summary>
    public T Choice<T>(string cell)
        where T : struct, Enum
    {
        if (!EnumNames.TryParse<T>(cell, out var value))
        {
            Fault($"“{Short(cell)}” is none of {string.Join(", ", EnumNames.All<T>())}.");
        }

        return value;
    }

    public T Code<T>(string cell, string description)
        where T : struct, ITextValue<T>
    {
        if (!T.TryCreate(cell, out var code))
        {
            Fault($"“{Short(cell)}” {description}.");
        }

        return code;
    }

    /// <summary>A list's items, each of so many parts; none after a fault.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Items(string cell, int parts)
    {
        if (CellText.Items(cell) is not { } items)
        {
            Fault(@"A backslash stands before something other than \ | ; n r.");
            return [];
        }

        if (items.Index().FirstOrDefault(item => item.Item.Count != parts) is { Item: { } wrong, Index: var at })
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"Item {at + 1} has {Parts(wrong.Count)}, separated by |, and not {parts}."));
            return [];
        }

        return WithinLimit(items);
    }

    /// <summary>The items of a list that <c>;</c> separates, and that hold none.</summary>
    public IReadOnlyList<string> Split(string cell) => WithinLimit(cell.Split(';'));

    private IReadOnlyList<T> WithinLimit<T>(IReadOnlyList<T> items)
    {
        if (items.Count <= ListLimitAttribute.Items)
        {
            return items;
        }

        Fault(string.Create(CultureInfo.InvariantCulture, $"The list has {items.Count} items. It may have {ListLimitAttribute.Items}."));
        return [];
    }

    private static string Parts(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} part{(count == 1 ? "" : "s")}");

    private static DateOnly NextYear(DateOnly day) => day.Year < DateOnly.MaxValue.Year ? day.AddYears(1) : day;

    /// <summary>The beginning of what may be very long; no surrogate pair is split.</summary>
    private static string Short(string cell) =>
        cell.Length <= LongestQuoted
            ? cell
            : $"{cell[..(char.IsHighSurrogate(cell[LongestQuoted - 1]) ? LongestQuoted - 1 : LongestQuoted)]}…";
}
