using MicroCred.Approval;

namespace MicroCred.Inspection;

/// <summary>The result of inspecting an uploaded file.</summary>
public abstract record Verdict
{
    /// <summary>Neither PDF nor DOCX by its content, whatever its name.</summary>
    public sealed record NotADocument(string Detail) : Verdict;

    /// <summary>A document with content that would run or fetch something. Nothing of it is stored.</summary>
    public sealed record Hostile(string Reason) : Verdict;

    /// <summary>A PDF or DOCX. With findings it is rejected for the reasons they give; without, it is accepted.</summary>
    public sealed record Inspected(string ContentType, IReadOnlyList<Finding> Findings) : Verdict;
}
