using System.Globalization;
using MicroCred.App.Register;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The standards and pathways: what a micro-credential is made of, and where it leads.</summary>
internal static class LinkColumns
{
    public static readonly RegisterColumn PathwaysColumn = new(
        "pathways",
        $"{CellText.OneOf<PathwayKind>()}|a number on the register or in this file, or empty|a name, or empty; several separated by ;. {CellText.HowToList}",
        entry =>
            CellText.List(
                entry.Pathways.Select(pathway =>
                    (string?[])[pathway.Kind?.ToString(), CellText.Whole(pathway.RegisterNumber), pathway.Name]
                )
            ),
        ReadPathways
    );

    public static readonly RegisterColumn StandardTitlesColumn = new(
        "standardTitles",
        $"The titles of the standards, in the order of standards, separated by ;. Empty: they aren't known. {CellText.HowToList}",
        WriteStandardTitles,
        ReadStandardTitles
    )
    {
        MayBeMissing = true,
    };

    public static readonly RegisterColumn StandardsColumn = new(
        "standards",
        "number-version-level-credits of each standard, separated by ;, or empty.",
        entry =>
            string.Join(
                ';',
                entry.Standards.Select(standard =>
                    string.Create(CultureInfo.InvariantCulture, $"{standard.Number}-{standard.Version}-{standard.Level}-{standard.Credits}")
                )
            ),
        ReadStandards
    );

    private static RegisterEntry ReadPathways(RowReader row, string cell) =>
        row.Entry with
        {
            Pathways =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts =>
                    {
                        if (parts is [_, "", ""])
                        {
                            row.Fault("A pathway has neither a number nor a name.");
                        }

                        return new PathwayContent(
                            row.Choice<PathwayKind>(parts[0]),
                            parts[1].Length > 0 ? row.Whole(parts[1], 1, RegisterRows.LastNumber) : null,
                            row.Given(parts[2], TextLimit.Title)
                        );
                    }),
            ],
        };

    private static string? WriteStandardTitles(RegisterEntry entry) =>
        entry.Standards.Any(standard => Text.IsGiven(standard.Title))
            ? CellText.List(entry.Standards.Select(standard => (string?[])[standard.Title]))
            : null;

    private static RegisterEntry ReadStandardTitles(RowReader row, string cell)
    {
        var titles = row.Items(cell, parts: 1);
        foreach (var title in titles)
        {
            row.Given(title[0], TextLimit.Sentence);
        }

        row.DemandAsMany(titles.Count, "standards");
        return row.Entry;
    }

    private static RegisterEntry ReadStandards(RowReader row, string cell)
    {
        var titles = CellText.Items(row["standardTitles"]) ?? [];
        return row.Entry with
        {
            Standards =
            [
                .. row.Split(cell)
                    .Index()
                    .Select(standard =>
                    {
                        if (standard.Item.Split('-') is not [var number, var version, var level, var credits])
                        {
                            row.Fault($"“{standard.Item}” isn't number-version-level-credits.");
                            return new StandardContent();
                        }

                        var title = titles.ElementAtOrDefault(standard.Index)?[0];
                        return new StandardContent(
                            row.Whole(number, 1, int.MaxValue),
                            row.Whole(version, 1, int.MaxValue),
                            Text.IsGiven(title) ? Text.Composed(title) : null,
                            row.Whole(level, Level.Minimum, Level.Maximum),
                            row.Whole(credits, 1, int.MaxValue)
                        );
                    }),
            ],
        };
    }
}
