using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

/// <summary>The document that a provider sends with its answer to an evaluator's request.</summary>
internal static class FurtherInformation
{
    public static DocumentText Of(JsonNode application) =>
        new(
            DocumentContent.Title(application, "Further information (illustrative)"),
            [
                Block.Paragraph(DocumentContent.Note),
                Block.Heading("Summary of what people said"),
                .. DocumentContent.Items(application["need"]!["stakeholders"], stakeholder =>
                    $"{stakeholder["name"]} ({stakeholder["kind"]}): {stakeholder["summary"]}"
                ),
            ]
        );
}
