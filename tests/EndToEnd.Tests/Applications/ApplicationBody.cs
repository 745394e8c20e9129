using System.Text.Json.Nodes;
using MicroCred.Demo.Cases;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>Applications as they are sent: those of the samples, under a title that no other test has.</summary>
internal static class ApplicationBody
{
    /// <summary>Complete and without a fault, and asks for no funding.</summary>
    public static JsonObject New() => Of("startup-ignition").With("funding", null);

    /// <summary>Complete and without a fault, and asks for funding.</summary>
    public static JsonObject AskingForFunding() => Of("startup-ignition");

    /// <summary>A university's own, which needs no evaluator; asks for no funding.</summary>
    public static JsonObject University() => Of("introduction-to-digital-accessibility").With("funding", null);

    public static JsonObject Of(string sample)
    {
        var body = SampleCases.All.Single(candidate => candidate.Id == sample).Application.DeepClone().AsObject();
        return body.With("microCredential.title", UniqueTitle());
    }

    /// <summary>What can be sent again of an application as it was read.</summary>
    public static JsonObject SentBack(JsonNode application)
    {
        string[] sent = ["type", "microCredential", "need", "urgency", "funding", "commissionedBy", "partners", "universityApproval"];
        return new(sent.Select(name => KeyValuePair.Create(name, application[name]?.DeepClone())));
    }

    /// <summary>Made of the letters of a GUID only: nothing in it looks like a qualification or another test's title.</summary>
    public static string UniqueTitle()
    {
        var words = Guid.NewGuid()
            .ToString("N")
            .Chunk(8)
            .Select(part => new string([.. part.Select(digit => (char)('a' + Convert.ToInt32($"{digit}", 16)))]));
        return $"Test of {string.Join(' ', words)}";
    }

    /// <summary>Sets one property, named by its path, such as <c>microCredential.credits</c>.</summary>
    public static JsonObject With(this JsonObject body, string path, JsonNode? value)
    {
        var names = path.Split('.');
        names[..^1].Aggregate((JsonNode)body, (node, name) => node[name]!)[names[^1]] = value;
        return body;
    }

    public static JsonObject WithCredits(this JsonObject body, int credits) =>
        body.With("microCredential.credits", credits)
            .With("microCredential.learningHours", 10 * credits)
            .With("microCredential.standards", new JsonArray());

    public static string Title(this JsonObject body) => (string)body["microCredential"]!["title"]!;
}
