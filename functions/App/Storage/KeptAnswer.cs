using System.Text.Json;

namespace MicroCred.App.Storage;

/// <summary>
/// The answer to a command, stored in the same transaction so that a repeat with the same idempotency key gets the same answer, for a day.
/// </summary>
/// <param name="KeyHash">SHA-256, in lower-case hex, of the sender and the key.</param>
/// <param name="Request">The command's name and the SHA-256 of its content. The same key with another request is an error.</param>
/// <param name="Answer">The answer; null where the command began an application that has been deleted since.</param>
/// <param name="At">When it was given, in UTC; null where it doesn't expire.</param>
internal sealed record KeptAnswer(string KeyHash, string Request, JsonElement? Answer, DateTimeOffset? At = null)
{
    /// <summary>How long a repeat gets the kept answer. Clients usually retry within minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The answer for a command whose application has been deleted.</summary>
    public static KeptAnswer OfDeleted(string keyHash) => new(keyHash, "", Answer: null);

    /// <summary>Whether it is the answer to a command of this type.</summary>
    public bool IsOf<TCommand>() => Request.StartsWith($"{typeof(TCommand).Name} ", StringComparison.Ordinal);

    /// <summary>Whether it has expired, so that a repeat is a new request.</summary>
    public bool IsOver(DateTimeOffset now) => now - At >= Lifetime;
}
