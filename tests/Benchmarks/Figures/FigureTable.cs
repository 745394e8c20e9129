using Spectre.Console;

namespace MicroCred.Benchmarks.Figures;

/// <summary>The figures as people read them, with the conditions of each beneath.</summary>
internal static class FigureTable
{
    public static void Print(IReadOnlyList<Figure> figures)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Figure", "Value", "Held against", "Must be");
        foreach (IGrouping<string, Figure> measure in figures.GroupBy(figure => figure.Measure))
        {
            table.AddRow(Cell(measure.Key, new Style(decoration: Decoration.Underline)));
            foreach (Figure figure in measure)
            {
                table.AddRow(
                    Cell(figure.Name, Style.Plain),
                    Cell(figure.Amount, new Style(decoration: Decoration.Bold)),
                    Cell(figure.Ratio?.ToString(), Style.Plain),
                    Cell(figure.Target?.ToString(), new Style(figure.Target?.IsReached is false ? Color.Red : Color.Green)));
            }
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        PrintConditions(figures);
    }

    private static void PrintConditions(IReadOnlyList<Figure> figures)
    {
        AnsiConsole.MarkupLineInterpolated($"{Machine.Describe()}");
        foreach (Figure figure in figures)
        {
            AnsiConsole.MarkupLineInterpolated($"[dim]{figure.Measure}, {figure.Name}: {figure.Conditions}; load {figure.Load:0.0}[/]");
        }
    }

    private static Text Cell(string? text, Style style) => new(text ?? "", style);
}
