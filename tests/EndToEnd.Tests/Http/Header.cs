namespace MicroCred.EndToEnd.Tests.Http;

internal sealed record Header(string Name, string Value)
{
    public static Header IfMatch(string etag) => new("If-Match", etag);

    public static Header IfNoneMatch(string etag) => new("If-None-Match", etag);

    public static Header Accept(string type) => new("Accept", type);

    public static Header IdempotencyKey(Guid key) => new("Idempotency-Key", $"{key}");
}
