using MicroCred.App.Storage;

namespace MicroCred.App.Http;

/// <summary>The body that a function takes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesAttribute(Type body) : Attribute
{
    public Type Body { get; } = body;
}

/// <summary>The file upload that a function takes: its media types.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;

    /// <summary>Whether the form says of which kind the file is.</summary>
    public bool WithKind { get; init; }
}

/// <summary>What a function answers; the first where all is well. A status may come in several media types.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class GivesAttribute(int status, Type? body = null, string mediaType = "application/json") : Attribute
{
    public int Status { get; } = status;

    public Type? Body { get; } = body;

    public string MediaType { get; } = mediaType;
}

/// <summary>A query parameter that a function reads.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class QueryAttribute(string name, Type type, string description) : Attribute
{
    public string Name { get; } = name;

    public Type Type { get; } = type;

    public string Description { get; } = description;
}

/// <summary>
/// Problems that a function may answer with besides those that follow from its other attributes: 401 and 403 from whom it allows, 400, 413
/// and 415 from what it takes, 400 from its query, 404 from its path, 412 and 409 from its headers, and 500 from anywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;
}

/// <summary>The function heeds the header <c>If-Match</c>: 412 where what it changes has changed since it was read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HeedsIfMatchAttribute : Attribute;

/// <summary>
/// The function heeds the header <c>Idempotency-Key</c>: the same answer to a repeat, 409 to another request under the same key.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HeedsIdempotencyKeyAttribute : Attribute;

/// <summary>The function's answer is one page of a list, with the parameters <c>limit</c> and <c>after</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagedAttribute : Attribute
{
    /// <summary>How many lines a page of this list has where the caller doesn't say.</summary>
    public int UnlessGiven { get; init; } = PageSize.Usual;
}
