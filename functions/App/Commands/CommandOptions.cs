using System.Text.Json;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>The options of one run of a command.</summary>
internal sealed record CommandOptions
{
    /// <summary>A command without idempotency key or precondition.</summary>
    public static CommandOptions None { get; } = new();

    /// <summary>
    /// Identifies a repeat of the command, which gets the same answer and does nothing; null where a repeat is a new command.
    /// </summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>Whether the application is still in the state that the caller decided on; null where any state will do.</summary>
    public Func<Application, bool>? Expected { get; init; }

    /// <summary>The application as just read for this caller, to save another read; null where it wasn't read.</summary>
    public StoredApplication? Seen { get; init; }
}

/// <summary>The key that identifies a repeat of a command, and the answer that is kept for it.</summary>
/// <param name="Key">The key, chosen by the sender.</param>
/// <param name="Answer">Makes the answer, from the application as the command leaves it.</param>
internal sealed record Idempotency(string Key, Func<Application, JsonElement> Answer);
