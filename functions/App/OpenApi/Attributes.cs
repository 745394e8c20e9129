namespace MicroCred.App.OpenApi;

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
}

/// <summary>What a function answers where all is well.</summary>
[AttributeUsage(AttributeTargets.Method)]
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

/// <summary>The function's answer is one page of a list, with the parameters <c>limit</c> and <c>after</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagedAttribute : Attribute;
