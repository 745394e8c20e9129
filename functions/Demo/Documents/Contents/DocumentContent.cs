using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

/// <summary>Writes what an application's documents say from the application itself, so that the two can't disagree.</summary>
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

    /// <summary>The texts of a list of the application, each as a list item.</summary>
    public static IEnumerable<Block> Items(JsonNode? list, Func<JsonNode, string> text) =>
        list?.AsArray().Select(entry => Block.Item(text(entry!))) ?? [];
}
