using MicroCred.App.Storage;

namespace MicroCred.App.Http;

/// <summary>The request body that a function takes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesAttribute(Type body) : Attribute
{
    public Type Body { get; } = body;
}

/// <summary>The media types of the file upload that a function takes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;

    /// <summary>Whether the form has a field for the kind of document.</summary>
    public bool WithKind { get; init; }
}

/// <summary>
/// A response that a function gives; the first is the one for success. One status may have several media types, and one media type several
/// bodies.
/// </summary>
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
/// Problems that a function may answer with besides those implied by its other attributes: 401 and 403 by whom it allows, 400, 413 and 415
/// by what it takes, 400 by its query, 404 by its path, 412 and 409 by its headers, and 500 by any.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;
}

/// <summary>The function supports the header <c>If-Match</c>: 412 if the resource has changed since it was read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HeedsIfMatchAttribute : Attribute;

/// <summary>
/// The function supports the header <c>Idempotency-Key</c>: the same answer to a repeat, 409 to another request under the same key.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HeedsIdempotencyKeyAttribute : Attribute;

/// <summary>The function's answer is one page of a list, with the parameters <c>limit</c> and <c>after</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagedAttribute : Attribute
{
    /// <summary>The page size of this list where the caller gives none.</summary>
    public int UnlessGiven { get; init; } = PageSize.Usual;
}
