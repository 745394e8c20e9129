using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pipeline;

/// <summary>
/// How a person moves an application on: what they ask for is held against what they saw and what they asked for before, and then written
/// with its answer as <see cref="Writing"/> has it.
/// </summary>
internal sealed class Acts(Cases cases, Writing writing, CurrentUser user, HttpJson json, TimeProvider time)
{
    private const int TriesAgainstOthers = 5;

    /// <summary>Reads an application that the caller may see.</summary>
    /// <exception cref="ProblemException">404 where there is none, or it isn't theirs.</exception>
    public async Task<Case> Find(ApplicationId id, CancellationToken cancel)
    {
        if (await cases.Find(id, cancel) is not { } found || !user.MaySee(found.Application))
        {
            throw new ProblemException(Problem.NotFound);
        }

        Trail.Follow(id, found.Trace);
        return found;
    }

    /// <summary>Does something to an application.</summary>
    /// <param name="request">The request, for its If-Match and Idempotency-Key.</param>
    /// <param name="seen">The application as the caller's right to it was checked.</param>
    /// <param name="body">What was sent, to tell a repeat from another request under the same key.</param>
    /// <param name="act">The act.</param>
    /// <param name="answer">The answer, from the application as it is then.</param>
    /// <param name="told">How the orchestration comes to know; null where it needn't.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    /// <exception cref="ProblemException">Whatever stands against it; nothing is changed then.</exception>
    public async Task<IResult> Perform(
        HttpRequest request,
        Case seen,
        object? body,
        Func<Application, DateTimeOffset, Taken> act,
        Func<Application, Answer> answer,
        Func<Application, Task>? told,
        CancellationToken cancel)
    {
        ApplicationId id = seen.Application.Id;
        (string KeyHash, string Request)? key = Key(request, body);
        for (int attempt = 1; ; attempt++)
        {
            Case found = attempt == 1 ? seen : await Find(id, cancel);
            if (key is { } repeated && await cases.Answer(id, repeated.KeyHash, cancel) is { } kept)
            {
                return Repeat(kept, repeated.Request);
            }

            request.DemandMatch(found.Application);
            Taken taken = act(found.Application, time.GetUtcNow());
            KeptAnswer? toKeep = key is { } once ? Keep(once, answer(taken.Change.Application)) : null;
            try
            {
                return answer(await writing.Write(found, taken, toKeep, told, cancel)).ToResult();
            }
            catch (CaseMovedException) when (!request.HasIfMatch() && attempt < TriesAgainstOthers)
            {
                // Somebody else was quicker. What they did may or may not stand against this act.
            }
            catch (CaseMovedException)
            {
                throw new ProblemException(Problem.Moved);
            }
        }
    }

    /// <summary>Begins an application, the same one again where the request is repeated under the same key.</summary>
    public async Task<IResult> Begin(
        HttpRequest request,
        object body,
        Func<ApplicationId, DateTimeOffset, Task<Taken>> act,
        Func<Application, Answer> answer,
        Func<Application, Task>? told,
        CancellationToken cancel)
    {
        (string KeyHash, string Request)? key = Key(request, body);
        ApplicationId id = ApplicationId.New(key is { } named ? new Guid(Convert.FromHexString(named.KeyHash).AsSpan(0, 16)) : Guid.CreateVersion7(time.GetUtcNow()));
        if (key is { } repeated && await cases.Answer(id, repeated.KeyHash, cancel) is { } kept)
        {
            return Repeat(kept, repeated.Request);
        }

        Trail.Follow(id, origin: null);
        Taken taken = await act(id, time.GetUtcNow());
        try
        {
            return answer(await writing.Write(null, taken, key is { } once ? Keep(once, answer(taken.Change.Application)) : null, told, cancel)).ToResult();
        }
        catch (CaseMovedException) when (key is not null)
        {
            // The same request, sent twice at once; the other one was first.
            return await cases.Answer(id, key.Value.KeyHash, cancel) is { } first
                ? Repeat(first, key.Value.Request)
                : throw new ProblemException(Problem.Moved);
        }
    }

    private (string KeyHash, string Request)? Key(HttpRequest request, object? body)
    {
        string key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return null;
        }

        string asked = $"{request.Method} {request.Path} {Hash(JsonSerializer.Serialize(body, json.Options))}";
        return (Hash($"{user.Actor.Id}\n{key}"), asked);
    }

    private KeptAnswer Keep((string KeyHash, string Request) key, Answer answer) => new(
        key.KeyHash,
        key.Request,
        answer.Status,
        answer.Location,
        answer.ETag,
        answer.Body is null ? null : JsonSerializer.SerializeToElement(answer.Body, json.Options));

    private static IResult Repeat(KeptAnswer kept, string request) => kept.Request == request
        ? new Answer(kept.Status, kept.Body, kept.Location, kept.ETag).ToResult()
        : throw new ProblemException(new Problem(
            409, "key-used", "The key was used for something else", "This Idempotency-Key came with another request before. Use a new key for each new request."));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
