using MicroCred.Approval;

namespace MicroCred.Inspection;

/// <summary>What looking into an uploaded file came to.</summary>
public abstract record Verdict
{
    /// <summary>Neither PDF nor DOCX by its content, whatever it is called.</summary>
    public sealed record NotADocument(string Detail) : Verdict;

    /// <summary>A document that would do something to whoever opens it. Nothing of it is kept.</summary>
    public sealed record Hostile(string Reason) : Verdict;

    /// <summary>A PDF or DOCX. With findings it can't serve as a document, and they say why; without, it can.</summary>
    public sealed record Inspected(string ContentType, IReadOnlyList<Finding> Findings) : Verdict;
}
