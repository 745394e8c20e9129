using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroCred.EndToEnd.Tests.Http;

/// <summary>What the interface says of itself in /api/openapi.json, which every answer is held against.</summary>
internal sealed partial class Description
{
    private readonly IReadOnlyList<Operation> _operations;

    public Description(JsonObject json)
    {
        Json = json;
        _operations =
        [
            .. from path in json["paths"]!.AsObject()
            orderby path.Key.Count(character => character == '{')
            from operation in path.Value!.AsObject()
            select new Operation(operation.Key.ToUpperInvariant(), path.Key, Pattern(path.Key), operation.Value!["responses"]!.AsObject()),
        ];
    }

    public JsonObject Json { get; }

    /// <summary>Every call, as in <c>GET /api/applications/{id}</c>.</summary>
    public IEnumerable<string> Operations => _operations.Select(operation => operation.ToString());

    /// <summary>The call that a request is; null where it is none.</summary>
    public string? OperationOf(string method, string target) => Find(method, target)?.ToString();

    /// <summary>
    /// Fails where a call of the interface answers other than is described: by its status, its media type or its headers.
    /// </summary>
    public void Demand(string method, string path, Answer answer)
    {
        if (Find(method, path) is not { } operation)
        {
            return;
        }

        var described = Described(operation, answer);
        Assert.True(
            described["content"] is null ? answer.Bytes.Length == 0 : described["content"]![answer.MediaType ?? ""] is not null,
            $"{operation} isn't described as answering {(int)answer.Status} in {answer.MediaType}. {answer}"
        );
        Assert.All((described["headers"]?.AsObject() ?? []).Where(header => (bool?)header.Value!["required"] == true), header =>
            Assert.True(answer.Header(header.Key) is not null, $"{operation} is described as answering with {header.Key}. {answer}")
        );
    }

    /// <summary>
    /// Puts an answer into the description as one more example of its kind, so that a linter holds it against its schema.
    /// </summary>
    public void Show(string method, string target, Answer answer)
    {
        var operation = Find(method, target)!;
        if (
            answer.MediaType?.EndsWith("json", StringComparison.Ordinal) != true
            || Described(operation, answer)["content"]![answer.MediaType] is not JsonObject described
        )
        {
            return;
        }

        described.Remove("example");
        var examples = described["examples"] as JsonObject ?? [];
        described["examples"] = examples;
        examples[$"answer{examples.Count + 1}"] = new JsonObject { ["value"] = answer.Json };
    }

    private Operation? Find(string method, string target) =>
        _operations.FirstOrDefault(operation => operation.Method == method && operation.Pattern.IsMatch(target.Split('?')[0]));

    private JsonObject Described(Operation operation, Answer answer)
    {
        var described = operation.Answers[$"{(int)answer.Status}"];
        Assert.True(described is not null, $"{operation} isn't described as answering {(int)answer.Status}. {answer}");
        var reference = (string?)described!["$ref"];
        return (reference is null ? described : Json["components"]!["responses"]![reference.Split('/')[^1]]!).AsObject();
    }

    private static Regex Pattern(string path) => new($"^{Parameter().Replace(Regex.Escape(path), "[^/]+")}/?$", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex Parameter();

    private sealed record Operation(string Method, string Path, Regex Pattern, JsonObject Answers)
    {
        public override string ToString() => $"{Method} {Path}";
    }
}
