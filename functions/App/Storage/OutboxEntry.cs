using System.Text.Json.Serialization;

namespace MicroCred.App.Storage;

/// <summary>
/// Written before a command and removed once people and the orchestration were told of it. One that is still there a minute later tells the
/// sweeper that something broke off in between.
/// </summary>
/// <param name="Application">The application that the command changes.</param>
/// <param name="Id">Tells this entry from any other.</param>
/// <param name="Revision">The revision that the command makes. Where the application hasn't reached it, the command wasn't written.</param>
/// <param name="At">When the entry was written, in UTC.</param>
internal sealed record OutboxEntry(ApplicationId Application, [property: JsonPropertyName("act")] Guid Id, int Revision, DateTimeOffset At);
