using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>How it is taught and assessed.</summary>
public sealed class DeliverySection()
    : Section(
        "delivery",
        "Delivery and assessment",
        typeof(DeliveryFields),
        "microCredential.deliveryModes",
        "microCredential.entryRequirements",
        "microCredential.assessment",
        "microCredential.reviewPeriodYears",
        "microCredential.languages",
        "microCredential.deliverySites",
        "microCredential.restrictedTo",
        "microCredential.recognitionOfPriorLearning",
        "microCredential.awardRequires",
        "microCredential.assessorRequirements",
        "microCredential.moderation"
    )
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of([
            .. (content.MicroCredential?.DeliveryModes ?? []).Select(mode => ("microCredential.deliveryModes", (string?)mode.ToString())),
            ("microCredential.entryRequirements", content.MicroCredential?.EntryRequirements ?? ""),
            ("microCredential.assessment", content.MicroCredential?.Assessment ?? ""),
            ("microCredential.reviewPeriodYears", Words(content.MicroCredential?.ReviewPeriodYears)),
            ("microCredential.languages", string.Join('\n', content.MicroCredential?.Languages ?? [])),
            ("microCredential.deliverySites", string.Join('\n', content.MicroCredential?.DeliverySites ?? [])),
            ("microCredential.restrictedTo", content.MicroCredential?.RestrictedTo ?? ""),
            ("microCredential.recognitionOfPriorLearning", content.MicroCredential?.RecognitionOfPriorLearning ?? ""),
            ("microCredential.awardRequires", content.MicroCredential?.AwardRequires ?? ""),
            ("microCredential.assessorRequirements", content.MicroCredential?.AssessorRequirements ?? ""),
            ("microCredential.moderation", content.MicroCredential?.Moderation ?? ""),
        ]);

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) =>
        content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                DeliveryModes = Kept(content, form.Choices<DeliveryMode>("microCredential.deliveryModes", "Delivery")),
                EntryRequirements = form.Text("microCredential.entryRequirements"),
                Assessment = form.Text("microCredential.assessment"),
                ReviewPeriodYears = form.Whole("microCredential.reviewPeriodYears", "Review period"),
                Languages = form.Lines("microCredential.languages"),
                DeliverySites = form.Lines("microCredential.deliverySites"),
                RestrictedTo = form.Text("microCredential.restrictedTo"),
                RecognitionOfPriorLearning = form.Text("microCredential.recognitionOfPriorLearning"),
                AwardRequires = form.Text("microCredential.awardRequires"),
                AssessorRequirements = form.Text("microCredential.assessorRequirements"),
                Moderation = form.Text("microCredential.moderation"),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Delivery", content.MicroCredential?.DeliveryModes is { Count: > 0 } modes ? Labels.Of(modes) : ""),
            ("Entry requirements", content.MicroCredential?.EntryRequirements ?? ""),
            ("Assessment", content.MicroCredential?.Assessment ?? ""),
            ("Years until it is reviewed", Words(content.MicroCredential?.ReviewPeriodYears)),
            ("Languages", Labels.Languages(content.MicroCredential?.Languages ?? [])),
            ("Where it is taught", string.Join('\n', content.MicroCredential?.DeliverySites ?? [])),
            ("Who may enrol", content.MicroCredential?.RestrictedTo ?? ""),
            ("Prior learning", content.MicroCredential?.RecognitionOfPriorLearning ?? ""),
            ("Also needed for the award", content.MicroCredential?.AwardRequires ?? ""),
            ("Who may assess", content.MicroCredential?.AssessorRequirements ?? ""),
            ("Moderation", content.MicroCredential?.Moderation ?? ""),
        ];

    /// <summary>The ways of delivery as they were, where the same are ticked: a form has an order of its own.</summary>
    private static IReadOnlyList<DeliveryMode>? Kept(ApplicationContent content, IReadOnlyList<DeliveryMode>? ticked) =>
        content.MicroCredential?.DeliveryModes is { } were && were.ToHashSet().SetEquals(ticked ?? []) ? were : ticked;
}
