using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What it is for, and what learners take from it.</summary>
public sealed class PurposeSection()
    : Section("purpose", "Purpose and outcomes", typeof(PurposeFields), "microCredential.purpose", "microCredential.outcomes")
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of(
            ("microCredential.purpose", content.MicroCredential?.Purpose ?? ""),
            ("microCredential.outcomes", string.Join('\n', content.MicroCredential?.Outcomes ?? []))
        );

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) =>
        content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with
            {
                Purpose = form.Text("microCredential.purpose"),
                // One that has several lines, as the API takes it, stays one where nobody touched it.
                Outcomes =
                    form.Text("microCredential.outcomes") == new FormReader(FormOf(content)).Text("microCredential.outcomes")
                        ? content.MicroCredential?.Outcomes
                        : form.Lines("microCredential.outcomes"),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [("Purpose", content.MicroCredential?.Purpose ?? ""), ("Outcomes", string.Join('\n', content.MicroCredential?.Outcomes ?? []))];
}
