namespace MicroCred.App.Importing;

/// <summary>The faults of a file: the first of them, since nobody reads thousands, and how many there are.</summary>
internal sealed class ImportFindings
{
    /// <summary>The most faults that are told at once.</summary>
    public const int Most = 500;

    /// <summary>The longest message, in characters: some quote a cell.</summary>
    private const int LongestMessage = 600;

    private readonly List<ImportFinding> _first = [];

    /// <summary>The faults that are told, by row.</summary>
    public IReadOnlyList<ImportFinding> First => _first;

    public int Count { get; private set; }

    public void Add(int row, RegisterColumn column, string message) => Add(row, column.Name, column.Rule, message);

    public void Add(int row, string column, string rule, string message)
    {
        Count++;
        if (_first.Count < Most)
        {
            _first.Add(new(row, column, rule, message.Length > LongestMessage ? $"{message[..(LongestMessage - 1)]}…" : message));
        }
    }
}
