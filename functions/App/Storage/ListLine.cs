using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>A line of a list.</summary>
/// <param name="Summary">Its content: an <see cref="ApplicationSummary"/> or a <see cref="TaskSummary"/>.</param>
/// <param name="Readable">Decides who may read it.</param>
internal sealed record ListLine(object Summary, Readable Readable)
{
    /// <summary>For an application's line, whether the system itself has to act next.</summary>
    public bool IsSystemsTurn { get; init; }

    /// <summary>For an application's line, whether a reconsideration was asked for.</summary>
    public bool IsReconsidered { get; init; }

    /// <summary>For an application's line, its stage and since when; null where that isn't known.</summary>
    public StageEntry? Entered { get; init; }

    /// <summary>For an application's line, by when it waits for somebody, in UTC; null where there is no deadline.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>For an application's line, its <see cref="ListingKey"/>.</summary>
    public string? Listing { get; init; }

    /// <summary>For an application's line, its <see cref="DescriptionKey"/>.</summary>
    public string? Says { get; init; }

    /// <summary>For an open task's line, since when its assignee has it, in UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    private const string Column = "Readable";

    /// <summary>
    /// Whether it has to be written again. A new stage of the system's alone isn't worth a write: it passes within seconds.
    /// </summary>
    /// <param name="earlier">The line as it was written before; null where it wasn't.</param>
    public bool Differs(ListLine? earlier) => Compared(this) != (earlier is null ? null : Compared(earlier));

    private static ListLine Compared(ListLine line) => line.IsSystemsTurn ? line with { Entered = null } : line;

    /// <summary>Decides who may read a line; null where the row isn't one.</summary>
    public static Readable? ReadableOf(TableEntity row) =>
        row.GetString(Column) is { } text ? JsonSerializer.Deserialize<Readable>(text, AppJson.Stored) : null;

    public TableEntity Row(string partition, string key)
    {
        var row = new TableEntity(partition, key).WithJson(Summary);
        row[Column] = JsonSerializer.Serialize(Readable, AppJson.Stored);
        if (Due is not null)
        {
            row[nameof(Due)] = Due;
        }

        if (Listing is not null)
        {
            row[nameof(Listing)] = Listing;
        }

        if (Says is not null)
        {
            row[nameof(Says)] = Says;
        }

        return row;
    }
}
