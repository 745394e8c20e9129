using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page with an application's documents.</summary>
/// <param name="Application">The application as it is kept.</param>
/// <param name="Form">The form that files are sent with.</param>
/// <param name="Refused">The files that were just refused, each with the reason.</param>
/// <param name="Findings">What the rules say of the documents now.</param>
public sealed record DocumentsModel(
    Application Application,
    Form Form,
    IReadOnlyList<(string FileName, string Reason)> Refused,
    IReadOnlyList<Finding> Findings
) : PageModel(typeof(DocumentsPage));
