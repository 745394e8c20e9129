using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>An application that its provider is writing, as a list of short pages.</summary>
/// <param name="Application">The application.</param>
/// <param name="Findings">What the rules say of it now.</param>
public sealed record DraftModel(Application Application, IReadOnlyList<Finding> Findings) : PageModel(typeof(DraftPage))
{
    /// <summary>The findings of one page of it.</summary>
    public IEnumerable<Finding> FindingsOf(Section section) => Findings.Where(finding => Section.Of(finding.Field) == section);

    /// <summary>Whether anything of one page of it is filled in.</summary>
    public bool IsBegun(Section section) =>
        section is DocumentsSection ? Application.Documents.Count > 0 : section.IsBegun(Application.Content);
}
