using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What it follows, leads to, counts towards or replaces, and who shares in it.</summary>
public sealed class PathwaysSection() : Section("pathways", "Pathways and partners", typeof(PathwaysFields), List, Partners)
{
    internal const string List = "microCredential.pathways";

    internal const string Partners = "partners";

    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) =>
        Form.Of([
            .. (content.MicroCredential?.Pathways ?? [])
                .Where(pathway => pathway is not null)
                .SelectMany(
                    (pathway, row) =>
                        new (string, string?)[]
                        {
                            ($"{List}[{row}].kind", pathway.Kind?.ToString() ?? ""),
                            ($"{List}[{row}].registerNumber", Words(pathway.RegisterNumber)),
                            ($"{List}[{row}].name", pathway.Name ?? ""),
                        }
                ),
            .. (content.Partners ?? [])
                .Where(partner => partner is not null)
                .SelectMany(
                    (partner, row) =>
                        new (string, string?)[]
                        {
                            ($"{Partners}[{row}].name", partner.Name ?? ""),
                            ($"{Partners}[{row}].kind", partner.Kind?.ToString() ?? ""),
                            ($"{Partners}[{row}].part", partner.Part ?? ""),
                        }
                ),
        ]);

    /// <inheritdoc/>
    public override Form Arranged(Form sent) => sent.WithRows(List).WithRows(Partners);

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form)
    {
        List<PathwayContent> pathways =
        [
            .. Enumerable
                .Range(0, form.Form.Rows(List))
                .Select(row => new PathwayContent(
                    form.Choice<PathwayKind>($"{List}[{row}].kind", "Kind"),
                    form.Whole($"{List}[{row}].registerNumber", "The register number"),
                    form.Text($"{List}[{row}].name")
                ))
                .Where(pathway => pathway != new PathwayContent()),
        ];
        List<PartnerContent> partners =
        [
            .. Enumerable
                .Range(0, form.Form.Rows(Partners))
                .Select(row => new PartnerContent(
                    form.Text($"{Partners}[{row}].name"),
                    form.Choice<StakeholderKind>($"{Partners}[{row}].kind", "Kind"),
                    form.Text($"{Partners}[{row}].part")
                ))
                .Where(partner => partner != new PartnerContent()),
        ];
        return content with
        {
            MicroCredential = (content.MicroCredential ?? new()) with { Pathways = pathways.Count == 0 ? null : pathways },
            Partners = partners.Count == 0 ? null : partners,
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) =>
        [("Pathways", Listed(content.MicroCredential?.Pathways, Labels.Of)), ("Partners", Listed(content.Partners, Labels.Of))];

    private static string Listed<T>(IEnumerable<T>? items, Func<T, string> label) =>
        string.Join('\n', (items ?? []).Where(item => item is not null).Select(label));
}
