using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Who needs it, and what they say.</summary>
public sealed class NeedSection() : Section("need", "Need and stakeholders", typeof(NeedFields), "need", "urgency", Learners)
{
    internal const string List = "need.stakeholders";

    private const string Learners = "microCredential.expectedLearnersPerYear";

    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of([
            ("need.statement", content.Need?.Statement ?? ""),
            (Learners, Words(content.MicroCredential?.ExpectedLearnersPerYear)),
            .. (content.Need?.Stakeholders ?? [])
                .Where(stakeholder => stakeholder is not null)
                .SelectMany(
                    (stakeholder, row) =>
                        new (string, string?)[]
                        {
                            ($"{List}[{row}].name", stakeholder.Name ?? ""),
                            ($"{List}[{row}].kind", stakeholder.Kind?.ToString() ?? ""),
                            ($"{List}[{row}].view", stakeholder.View?.ToString() ?? ""),
                            ($"{List}[{row}].summary", stakeholder.Summary ?? ""),
                            ($"{List}[{row}].response", stakeholder.Response ?? ""),
                        }
                ),
            ("urgency.requestedBy", content.Urgency?.RequestedBy ?? ""),
            ("urgency.reason", content.Urgency?.Reason ?? ""),
        ]);

    /// <inheritdoc/>
    public override Form Arranged(Form sent) => sent.WithRows(List);

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form)
    {
        List<StakeholderContent> stakeholders =
        [
            .. Enumerable
                .Range(0, form.Form.Rows(List))
                .Select(row => new StakeholderContent(
                    form.Text($"{List}[{row}].name"),
                    form.Choice<StakeholderKind>($"{List}[{row}].kind", "Kind"),
                    form.Choice<StakeholderView>($"{List}[{row}].view", "View"),
                    form.Text($"{List}[{row}].summary"),
                    form.Text($"{List}[{row}].response")
                ))
                .Where(stakeholder => stakeholder != new StakeholderContent()),
        ];
        NeedContent need = new(form.Text("need.statement"), stakeholders.Count == 0 ? null : stakeholders);
        UrgencyContent urgency = new(form.Text("urgency.requestedBy"), form.Text("urgency.reason"));
        var learners = form.Whole(Learners, "The number of learners");
        return content with
        {
            MicroCredential =
                content.MicroCredential is null && learners is null
                    ? null
                    : (content.MicroCredential ?? new()) with
                    {
                        ExpectedLearnersPerYear = learners,
                    },
            Need = need == new NeedContent() ? null : need,
            Urgency = urgency == new UrgencyContent() ? null : urgency,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            ("Need", content.Need?.Statement ?? ""),
            ("Learners expected in a year", Words(content.MicroCredential?.ExpectedLearnersPerYear)),
            (
                "Stakeholders",
                string.Join(
                    '\n',
                    (content.Need?.Stakeholders ?? [])
                        .Where(stakeholder => stakeholder is not null)
                        .Select(stakeholder =>
                            $"{stakeholder.Name} ({(stakeholder.Kind is { } kind ? Labels.Of(kind) : "kind not given")}, "
                            + $"{stakeholder.View?.ToString().ToLowerInvariant() ?? "view not given"}): {stakeholder.Summary}"
                            + (Text.IsGiven(stakeholder.Response) ? $" What was done: {stakeholder.Response}" : "")
                        )
                )
            ),
            ("Who asks for haste", content.Urgency?.RequestedBy ?? ""),
            ("Why it is urgent", content.Urgency?.Reason ?? ""),
        ];
}
