using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

internal static class AssessmentPlan
{
    public static DocumentText Of(JsonNode application)
    {
        var credential = application["microCredential"]!;
        return new(
            DocumentContent.Title(application, "Assessment plan"),
            [
                Block.Paragraph(DocumentContent.Note),
                Block.Heading("Assessment and moderation"),
                Block.Paragraph($"{credential["assessment"]}"),
                Block.Heading("What each task shows"),
                .. DocumentContent.Items(credential["outcomes"], outcome =>
                    $"A task (illustrative) in which the learner shows this: {outcome}"
                ),
                Block.Heading("Reassessment and appeal"),
                Block.Paragraph("A learner may be reassessed once in each task, and may appeal a result to the provider (illustrative)."),
            ]
        );
    }
}
