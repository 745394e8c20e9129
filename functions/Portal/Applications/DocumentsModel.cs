using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The page with an application's documents.</summary>
/// <param name="Application">The application as it is kept.</param>
/// <param name="Form">The form that files are sent with.</param>
/// <param name="Refused">The files that were just refused, each with the reason.</param>
/// <param name="Findings">What the rules say of the documents now.</param>
public sealed record DocumentsModel(Application Application, Form Form, IReadOnlyList<RefusedFile> Refused, IReadOnlyList<Finding> Findings)
    : PageModel(typeof(DocumentsPage))
{
    /// <summary>Whether documents are taken only to go with an answer, so that none can be removed.</summary>
    public bool IsForAnswer => Application.Stage is Stage.Information;
}

/// <summary>A file that wasn't taken.</summary>
/// <param name="Kind">What it was sent as.</param>
/// <param name="FileName">Its name; empty where no file was chosen.</param>
/// <param name="Reason">Why it wasn't taken, and what to do.</param>
public sealed record RefusedFile(DocumentKind Kind, string FileName, string Reason)
{
    /// <summary>Both in a sentence.</summary>
    public string InWords => FileName.Length == 0 ? Reason : $"{FileName}: {Reason}";
}
