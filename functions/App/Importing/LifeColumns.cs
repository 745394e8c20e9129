using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>Where an entry is in its life, and on what conditions.</summary>
internal static class LifeColumns
{
    public static readonly RegisterColumn StatusColumn = new(
        "status",
        $"{CellText.OneOf<RegisterStatus>()}. Empty: {RegisterStatus.Current}.",
        entry => entry.Status.ToString(),
        (row, cell) => row.Entry with { Status = row.Choice<RegisterStatus>(cell) }
    );

    public static readonly RegisterColumn ApprovedOnColumn = new(
        "approvedOn",
        "A day as in 2022-06-30, not after today.",
        entry => CellText.Day(entry.ApprovedOn),
        ReadApprovedOn
    )
    {
        IsRequired = true,
    };

    public static readonly RegisterColumn ReviewDueColumn = new(
        "reviewDue",
        "A day as in 2023-06-30, not before approvedOn. Empty: a year after it.",
        entry => CellText.Day(entry.ReviewDue),
        (row, cell) => row.Entry with { ReviewDue = NotBefore(row, row.Day(cell), row.Entry.ApprovedOn, "approvedOn") }
    );

    public static readonly RegisterColumn LastEnrolmentColumn = new(
        "lastEnrolment",
        "A day as in 2024-06-30, or empty.",
        entry => CellText.Day(entry.LastEnrolment),
        (row, cell) => row.Entry with { LastEnrolment = row.Day(cell) }
    );

    public static readonly RegisterColumn LastAchievementColumn = new(
        "lastAchievement",
        "A day as in 2026-06-30, not before lastEnrolment, or empty.",
        entry => CellText.Day(entry.LastAchievement),
        (row, cell) =>
            row.Entry with
            {
                LastAchievement = NotBefore(row, row.Day(cell), row.Entry.LastEnrolment ?? default, "lastEnrolment"),
            }
    );

    public static readonly RegisterColumn ConditionsColumn = new(
        "conditions",
        $"text|day by which it is to be met|{CellText.OneOf<ConditionStatus>()}; several separated by ;. {CellText.HowToList}",
        entry =>
            CellText.List(
                entry.Conditions.Select(condition =>
                    (string?[])[condition.Text, CellText.Day(WorkingDays.DayOf(condition.Due)), condition.Status.ToString()]
                )
            ),
        ReadConditions
    );

    private static RegisterEntry ReadApprovedOn(RowReader row, string cell)
    {
        var day = row.Day(cell);
        if (day > row.Today)
        {
            row.Fault($"{CellText.Day(day)} is still to come.");
        }

        return row.Entry with
        {
            ApprovedOn = day,
        };
    }

    private static DateOnly NotBefore(RowReader row, DateOnly day, DateOnly first, string column)
    {
        if (day != default && day < first)
        {
            row.Fault($"{CellText.Day(day)} is before {column}.");
        }

        return day;
    }

    private static RegisterEntry ReadConditions(RowReader row, string cell) =>
        row.Entry with
        {
            Conditions =
            [
                .. row.Items(cell, parts: 3)
                    .Select(parts => new EntryCondition(
                        row.Needed(parts[0], TextLimit.Sentence),
                        WorkingDays.EndOf(row.Day(parts[1])),
                        row.Choice<ConditionStatus>(parts[2])
                    )),
            ],
        };
}
