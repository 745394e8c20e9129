using System.Text.Json.Serialization;

namespace MicroCred.App.Storage;

/// <summary>
/// Written before a command and removed once its notices are queued and its orchestration is notified. An entry still there a minute later
/// tells the sweeper that the command was interrupted.
/// </summary>
/// <param name="Application">The application that the command changes.</param>
/// <param name="Id">Identifies this entry.</param>
/// <param name="Revision">The revision that the command makes. If the application hasn't reached it, the command wasn't written.</param>
/// <param name="At">When the entry was written, in UTC.</param>
internal sealed record OutboxEntry(ApplicationId Application, [property: JsonPropertyName("act")] Guid Id, int Revision, DateTimeOffset At)
{
    /// <summary>The ids of those who declare an interest in the provider by it.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];
}
