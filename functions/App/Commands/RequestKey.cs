using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>An idempotency key as it is stored: whose it is, and what was requested under it.</summary>
/// <param name="Hash">SHA-256, in lower-case hex, of the caller's id, of the provider that they act for, and of the key.</param>
/// <param name="Request">The command's name and the SHA-256 of its content.</param>
/// <param name="Answer">Makes the answer to keep.</param>
internal sealed record RequestKey(string Hash, string Request, Func<Application, JsonElement> Answer)
{
    /// <summary>The id of an application begun under this key: the same for each repeat.</summary>
    /// <param name="turn">How many applications were begun under it before, whose answers have expired.</param>
    public ApplicationId NewApplication(int turn) => ApplicationRows.BegunUnder(Hash, turn);

    /// <summary>The key of a command; null where it was sent without one.</summary>
    public static RequestKey? Of<TCommand>(TCommand command, Caller caller, Idempotency? idempotency)
        where TCommand : ICommand =>
        idempotency is null
            ? null
            : new RequestKey(
                HashOf(caller, idempotency.Key),
                $"{typeof(TCommand).Name} {HashOf(JsonSerializer.Serialize(command, AppJson.Stored))}",
                idempotency.Answer
            );

    /// <summary>Distinguishes a caller's key from every other: the key of the kept answer.</summary>
    public static string HashOf(Caller caller, string key) => HashOf($"{caller.Actor.Id}\n{caller.Provider?.Number}\n{key}");

    public KeptAnswer Keep(Application application, DateTimeOffset now) => new(Hash, Request, Answer(application), now);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
