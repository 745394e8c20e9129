using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The standards that it is assessed against.</summary>
public sealed class StandardsSection() : Section("standards", "Standards", typeof(StandardsFields), List)
{
    internal const string List = "microCredential.standards";

    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of(
            (content.MicroCredential?.Standards ?? [])
                .Where(standard => standard is not null)
                .SelectMany(
                    (standard, row) =>
                        new (string, string?)[]
                        {
                            ($"{List}[{row}].number", Words(standard.Number)),
                            ($"{List}[{row}].version", Words(standard.Version)),
                            ($"{List}[{row}].title", standard.Title ?? ""),
                            ($"{List}[{row}].level", Words(standard.Level)),
                            ($"{List}[{row}].credits", Words(standard.Credits)),
                        }
                )
        );

    /// <inheritdoc/>
    public override Form Arranged(Form sent) => sent.WithRows(List);

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form)
    {
        List<StandardContent> standards =
        [
            .. Enumerable
                .Range(0, form.Form.Rows(List))
                .Select(row => new StandardContent(
                    form.Whole($"{List}[{row}].number", "Number"),
                    form.Whole($"{List}[{row}].version", "Version"),
                    form.Text($"{List}[{row}].title"),
                    form.Whole($"{List}[{row}].level", "Level"),
                    form.Whole($"{List}[{row}].credits", "Credits")
                ))
                .Where(standard => standard != new StandardContent()),
        ];
        return content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with { Standards = standards.Count == 0 ? null : standards },
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [
            (
                "Standards",
                string.Join(
                    '\n',
                    (content.MicroCredential?.Standards ?? [])
                        .Where(standard => standard is not null)
                        .Select(standard =>
                            $"{Words(standard.Number)} {standard.Title}, version {Words(standard.Version)}: "
                            + $"level {Words(standard.Level)}, {Words(standard.Credits)} credits"
                        )
                )
            ),
        ];
}
