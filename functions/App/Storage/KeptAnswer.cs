using System.Text.Json;

namespace MicroCred.App.Storage;

/// <summary>The answer given to a write, kept in the same transaction so that a repeat with the same Idempotency-Key gets the same.</summary>
/// <param name="KeyHash">SHA-256, hexadecimal, of who sent it and the key.</param>
/// <param name="Request">What was asked: method, path and the body's SHA-256. The same key with another request is an error.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">The Location header, where there was one.</param>
/// <param name="ETag">The ETag header, where there was one.</param>
/// <param name="Body">The body, where there was one.</param>
internal sealed record KeptAnswer(string KeyHash, string Request, int Status, string? Location, string? ETag, JsonElement? Body);
