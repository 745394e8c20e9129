using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroCred.App.OpenApi;

/// <summary>A request body and a response for each function, by its name; all of one application.</summary>
internal sealed class Examples(JsonSerializerOptions json)
{
    private readonly IReadOnlyList<FunctionExample> _all = All(new ExampleCase(json));

    public JsonNode? BodyOf(string function) => Of(_all.FirstOrDefault(example => example.Function == function)?.Body);

    public JsonNode? AnswerOf(string function, string mediaType) =>
        Of(_all.FirstOrDefault(example => example.Function == function && example.MediaType == mediaType)?.Answer);

    public JsonNode? Of(object? value)
    {
        var node = JsonSerializer.SerializeToNode(value, json);
        if (value is ProblemBody { Findings: null })
        {
            node!.AsObject().Remove("findings");
        }

        return node;
    }

    private static IReadOnlyList<FunctionExample> All(ExampleCase example) =>
        [
            .. typeof(Examples)
                .Assembly.GetTypes()
                .Where(type => type.IsClass && type.IsAssignableTo(typeof(IFunctionExamples)))
                .SelectMany(type => ((IFunctionExamples)Activator.CreateInstance(type)!).Of(example)),
        ];
}
