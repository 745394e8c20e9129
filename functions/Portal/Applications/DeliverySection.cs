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
        "microCredential.reviewPeriodYears"
    )
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of([
            .. (content.MicroCredential?.DeliveryModes ?? []).Select(mode => ("microCredential.deliveryModes", (string?)mode.ToString())),
            ("microCredential.entryRequirements", content.MicroCredential?.EntryRequirements ?? ""),
            ("microCredential.assessment", content.MicroCredential?.Assessment ?? ""),
            ("microCredential.reviewPeriodYears", Words(content.MicroCredential?.ReviewPeriodYears)),
        ]);

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) =>
        content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                DeliveryModes = form.Choices<DeliveryMode>("microCredential.deliveryModes", "Delivery"),
                EntryRequirements = form.Text("microCredential.entryRequirements"),
                Assessment = form.Text("microCredential.assessment"),
                ReviewPeriodYears = form.Whole("microCredential.reviewPeriodYears", "Review period"),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Delivery", content.MicroCredential?.DeliveryModes is { Count: > 0 } modes ? Labels.Of(modes) : ""),
            ("Entry requirements", content.MicroCredential?.EntryRequirements ?? ""),
            ("Assessment", content.MicroCredential?.Assessment ?? ""),
            ("Years until it is reviewed", Words(content.MicroCredential?.ReviewPeriodYears)),
        ];
}
