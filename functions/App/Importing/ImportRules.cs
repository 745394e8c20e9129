namespace MicroCred.App.Importing;

/// <summary>The columns of a file to import, in the export's order.</summary>
internal sealed record ImportRules(IReadOnlyList<ImportRule> Columns)
{
    public static ImportRules Published { get; } =
        new([
            .. RegisterColumns.All.Select(column => new ImportRule(
                column.Name,
                column.IsRequired,
                column.MayBeMissing ? $"{column.Rule} The column may be left out." : column.Rule
            )),
        ]);
}

/// <summary>A column's rule.</summary>
/// <param name="Name">The column's name in the header.</param>
/// <param name="Required">Whether every row needs something in it.</param>
/// <param name="Rule">What a cell may hold, in words.</param>
internal sealed record ImportRule(string Name, bool Required, string Rule);
