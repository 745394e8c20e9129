using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;

namespace MicroCred.EndToEnd.Tests.Drafting;

/// <summary>Bodies of an application that the contract doesn't allow, by what is wrong with them.</summary>
internal static class BadBodies
{
    private static readonly (string Fault, Func<JsonObject, string> Write)[] Faults =
    [
        ("an unknown property", body => body.With("colour", "red").ToJsonString()),
        ("an unknown property inside", body => body.With("microCredential.colour", "red").ToJsonString()),
        ("an unknown property of a standard", body =>
            body.With("microCredential.standards", new JsonArray(new JsonObject { ["colour"] = "red" })).ToJsonString()
        ),
        ("a provider of the caller's choice", body => body.With("provider", new JsonObject { ["number"] = "9002" }).ToJsonString()),
        ("a status of the caller's choice", body => body.With("status", "Published").ToJsonString()),
        ("an id of the caller's choice", body => body.With("id", $"{Guid.NewGuid()}").ToJsonString()),
        ("no type", body => Without(body, "type").ToJsonString()),
        ("a type of null", body => body.With("type", null).ToJsonString()),
        ("text for a number", body => body.With("microCredential.credits", "twenty").ToJsonString()),
        ("digits in quotes for a number", body => body.With("microCredential.credits", "20").ToJsonString()),
        ("a fraction for a whole number", body => body.With("microCredential.credits", 20.5).ToJsonString()),
        ("a number beyond every integer", body =>
            body.ToJsonString().Replace("\"credits\":20", "\"credits\":99999999999", StringComparison.Ordinal)
        ),
        ("a number for text", body => body.With("microCredential.purpose", 7).ToJsonString()),
        ("text for a list", body => body.With("microCredential.outcomes", "all of them").ToJsonString()),
        ("a number in a list of text", body => body.With("microCredential.outcomes", new JsonArray(7)).ToJsonString()),
        ("null in a list of text", body => body.With("microCredential.outcomes", new JsonArray((JsonNode?)null)).ToJsonString()),
        ("null in a list of standards", body => body.With("microCredential.standards", new JsonArray((JsonNode?)null)).ToJsonString()),
        ("null in a list of choices", body => body.With("microCredential.deliveryModes", new JsonArray((JsonNode?)null)).ToJsonString()),
        ("text for an object", body => body.With("need", "we need it").ToJsonString()),
        ("text for true or false", body => body.With("microCredential.degreeLevel", "yes").ToJsonString()),
        ("an unknown type", body => body.With("type", "Complaint").ToJsonString()),
        ("an unknown use case", body => body.With("microCredential.useCase", "Profit").ToJsonString()),
        ("an unknown delivery mode", body => body.With("microCredential.deliveryModes", new JsonArray("Telepathy")).ToJsonString()),
        ("an unknown kind of stakeholder", body =>
            body.With("need.stakeholders", new JsonArray(new JsonObject { ["kind"] = "Martian" })).ToJsonString()
        ),
        ("an unknown fund", body => body.With("funding", new JsonObject { ["requested"] = true, ["fund"] = "DQ11" }).ToJsonString()),
        ("two types in one", body => body.With("type", "Change, Accreditation").ToJsonString()),
        ("a type in small letters", body => body.With("type", "change").ToJsonString()),
        ("a number for an enum", body => body.With("type", 1).ToJsonString()),
        ("digits in quotes for an enum", body => body.With("type", "1").ToJsonString()),
        ("the same property twice", body =>
            body.ToJsonString().Replace("\"credits\":20", "\"credits\":20,\"credits\":21", StringComparison.Ordinal)
        ),
        ("the same property twice at the top", body => body.ToJsonString().Insert(1, "\"type\":\"Change\",")),
        ("null", _ => "null"),
        ("nothing", _ => ""),
        ("a list", body => $"[{body.ToJsonString()}]"),
        ("text", _ => "\"an application\""),
        ("half of it", body => body.ToJsonString()[..^40]),
        ("something after it", body => $"{body.ToJsonString()} and more"),
        ("a comment", body => $"{body.ToJsonString()[..^1]} /* no more */ }}"),
        ("a comma too many", body => $"{body.ToJsonString()[..^1]},}}"),
        ("a depth of thousands", _ => string.Concat(Enumerable.Repeat("{\"need\":", 5000))),
    ];

    public static TheoryData<string> Names => [.. Faults.Select(fault => fault.Fault)];

    public static string Write(string fault, JsonObject body) => Faults.Single(candidate => candidate.Fault == fault).Write(body);

    private static JsonObject Without(JsonObject body, string name)
    {
        body.Remove(name);
        return body;
    }
}
