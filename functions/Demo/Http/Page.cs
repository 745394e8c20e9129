namespace MicroCred.Demo.Http;

internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
