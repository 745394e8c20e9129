using System.Text.Json;

namespace MicroCred.App.Storage;

/// <summary>
/// The answer given to a command, kept in the same transaction so that a repeat with the same idempotency key gets the same, for a day.
/// </summary>
/// <param name="KeyHash">SHA-256, in lower-case hex, of who sent it and the key.</param>
/// <param name="Request">The command's name and the SHA-256 of its content. The same key with another request is an error.</param>
/// <param name="Answer">The answer, in the form of whoever asked; null where the command began an application that was deleted
/// since.</param>
/// <param name="At">When it was given, in UTC; null where it counts for as long as it is there.</param>
internal sealed record KeptAnswer(string KeyHash, string Request, JsonElement? Answer, DateTimeOffset? At = null)
{
    /// <summary>For so long a repeat is a repeat. Clients that try again do so within minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Stands for the answer to a command whose application is deleted.</summary>
    public static KeptAnswer OfDeleted(string keyHash) => new(keyHash, "", Answer: null);

    /// <summary>Whether it is the answer to such a command.</summary>
    public bool IsOf<TCommand>() => Request.StartsWith($"{typeof(TCommand).Name} ", StringComparison.Ordinal);

    /// <summary>Whether it doesn't count any more, so that a repeat is a new request.</summary>
    public bool IsOver(DateTimeOffset now) => now - At >= Lifetime;
}
