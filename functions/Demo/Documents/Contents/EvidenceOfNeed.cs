using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

internal static class EvidenceOfNeed
{
    public static DocumentText Of(JsonNode application) =>
        new(
            DocumentContent.Title(application, "Evidence of need"),
            [
                Block.Paragraph(DocumentContent.Note),
                Block.Heading("The need"),
                Block.Paragraph($"{application["need"]!["statement"]}"),
                Block.Heading("Who was asked, and what they said"),
                .. DocumentContent.Items(application["need"]!["stakeholders"], stakeholder =>
                    $"{stakeholder["name"]}: {stakeholder["summary"]}"
                ),
            ]
        );
}
