using System.Text.Json.Nodes;

namespace MicroCred.Demo.Documents.Contents;

internal static class Curriculum
{
    public static DocumentText Of(JsonNode application)
    {
        var credential = application["microCredential"]!;
        return new(
            DocumentContent.Title(application, "Curriculum"),
            [
                Block.Paragraph(DocumentContent.Note),
                Block.Heading("Level, credits and time"),
                Block.Paragraph(
                    $"Level {credential["level"]}, {credential["credits"]} credits, about {credential["learningHours"]} hours of learning."
                ),
                Block.Heading("Purpose"),
                Block.Paragraph($"{credential["purpose"]}"),
                Block.Heading("Learning outcomes"),
                Block.Paragraph("A learner who completes it can:"),
                .. DocumentContent.Items(credential["outcomes"], outcome => $"{outcome}"),
                .. Standards(credential["standards"]!.AsArray()),
                Block.Heading("Entry and delivery"),
                Block.Paragraph($"Entry: {credential["entryRequirements"]}"),
                .. DocumentContent.Items(credential["deliveryModes"], mode => $"{mode}"),
            ]
        );
    }

    private static IEnumerable<Block> Standards(JsonArray standards) =>
        standards.Count == 0 ? [] : DocumentContent.Items(standards, Standard).Prepend(Block.Heading("Standards used"));

    private static string Standard(JsonNode standard) =>
        $"{standard["number"]} version {standard["version"]}, {standard["title"]}, "
        + $"level {standard["level"]}, {standard["credits"]} credits";
}
