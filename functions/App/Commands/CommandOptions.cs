using System.Text.Json;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>What goes with a command and isn't part of it.</summary>
internal sealed record CommandOptions
{
    /// <summary>A command that is sent once, for the application as it is by then.</summary>
    public static CommandOptions None { get; } = new();

    /// <summary>Tells a repeat of the command, which gets the same answer and does nothing; null where a repeat is a new command.</summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>Whether the application is still as the caller decided from; null where any will do.</summary>
    public Func<Application, bool>? Expected { get; init; }

    /// <summary>The application as it was just read for this caller, to save reading it again; null where it wasn't.</summary>
    public StoredApplication? Seen { get; init; }
}

/// <summary>The key that tells a repeat of a command, and the answer that is kept for it.</summary>
/// <param name="Key">The key, chosen by whoever sends the command.</param>
/// <param name="Answer">Makes the answer, from the application as the command leaves it.</param>
internal sealed record Idempotency(string Key, Func<Application, JsonElement> Answer);
