using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Operation;

/// <summary>
/// The app's health. Everybody sees the first two fields, and the third where people should be able to sign in and can't; operators see the
/// rest.
/// </summary>
/// <param name="Status"><c>Healthy</c> or <c>Unhealthy</c>.</param>
/// <param name="Storage">Whether the storage account answers: <c>Up</c> or <c>Down</c>.</param>
internal sealed record Health(string Status, string Storage)
{
    /// <summary>Why nobody can sign in, operators included.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SignIn { get; init; }

    /// <summary>Whether each service of the storage account answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StorageHealth? Services { get; init; }

    /// <summary>The letters in the queue, where it answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QueueHealth? Notifications { get; init; }

    /// <summary>Since when the oldest command that isn't followed up completely waits, in UTC; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OldestBrokenOffAct { get; init; }

    /// <summary>What the answer's status code says to programs that look at nothing else.</summary>
    [JsonIgnore]
    public int StatusCode => Status == "Healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    public static Health Of(StorageHealth storage, string? signIn) =>
        new(storage.IsUp && signIn is null ? "Healthy" : "Unhealthy", storage.IsUp ? StorageHealth.Up : StorageHealth.Down)
        {
            SignIn = signIn,
        };
}

/// <summary>How many notices wait to be sent, and how many were set aside after five tries.</summary>
internal sealed record QueueHealth(int Waiting, int SetAside);
