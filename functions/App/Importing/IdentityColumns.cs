using MicroCred.App.Register;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>The columns that tell one entry from another.</summary>
internal static class IdentityColumns
{
    private const string Prefix = "ce-";

    public static readonly RegisterColumn NumberColumn = new(
        "number",
        "A whole number from 1, each once. Empty: the next free one.",
        entry => CellText.Whole(entry.Number),
        (row, cell) => row.Entry with { Number = row.Whole(cell, 1, RegisterRows.LastNumber) }
    )
    {
        IsAllocated = true,
    };

    public static readonly RegisterColumn ReportingCodeColumn = new(
        "reportingCode",
        "Four digits, each once. Empty: the next free one, while there are any.",
        entry => entry.Code?.ToString(),
        (row, cell) => row.Entry with { Code = row.Code<ReportingCode>(cell, "isn't four digits") }
    )
    {
        IsAllocated = true,
    };

    public static readonly RegisterColumn CtidColumn = new(
        "ctid",
        "The Credential Transparency Identifier: ce- and a UUID, each once. Empty: a new one.",
        entry => $"{Prefix}{entry.Ctid:D}",
        (row, cell) => row.Entry with { Ctid = CtidOf(row, cell) }
    )
    {
        IsAllocated = true,
        MayBeMissing = true,
    };

    public static readonly RegisterColumn VersionColumn = new(
        "version",
        "A whole number from 1. Empty: 1.",
        entry => CellText.Whole(entry.Version),
        (row, cell) => row.Entry with { Version = row.Whole(cell, 1, 999_999) }
    );

    private static Guid CtidOf(RowReader row, string cell)
    {
        if (
            cell.StartsWith(Prefix, StringComparison.Ordinal)
            && Guid.TryParseExact(cell.AsSpan(Prefix.Length), "D", out var id)
            && id != Guid.Empty
        )
        {
            return id;
        }

        row.Fault($"It isn't {Prefix} and a UUID.");
        return Guid.Empty;
    }
}
