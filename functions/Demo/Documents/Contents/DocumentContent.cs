using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

/// <summary>Generates the text of an application's documents from the application itself, so that the two agree.</summary>
internal static class DocumentContent
{
    public static DocumentText Of(string kind, JsonNode application) =>
        kind switch
        {
            "Curriculum" => Curriculum.Of(application),
            "AssessmentPlan" => AssessmentPlan.Of(application),
            "EvidenceOfNeed" => EvidenceOfNeed.Of(application),
            "SupportLetter" => SupportLetter.Of(application),
            _ => FurtherInformation.Of(application),
        };

    public const string Note =
        "A sample document of MicroCredApproval. What isn't in the published case study is illustrative, and so is every line marked so.";

    public static string Title(JsonNode application, string document) => $"{document}: {application["microCredential"]!["title"]}";

    /// <summary>The items of one of the application's lists, as list items.</summary>
    public static IEnumerable<Block> Items(JsonNode? list, Func<JsonNode, string> text) =>
        list?.AsArray().Select(entry => Block.Item(text(entry!))) ?? [];
}
