using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

internal static class SupportLetter
{
    public static DocumentText Of(JsonNode application) =>
        new(
            DocumentContent.Title(application, "Letter of support (illustrative)"),
            [
                Block.Paragraph(DocumentContent.Note),
                Block.Heading("To the New Zealand Qualifications Authority"),
                Block.Paragraph("Tēnā koutou,"),
                Block.Paragraph(
                    $"We support the application for {application["microCredential"]!["title"]}. "
                        + "This letter is illustrative; nobody wrote it."
                ),
                .. DocumentContent.Items(application["need"]!["stakeholders"], stakeholder => $"{stakeholder["name"]} would welcome it."),
                Block.Paragraph("Nāku noa, nā"),
                Block.Paragraph("A standard-setting body (illustrative)"),
            ]
        );
}
