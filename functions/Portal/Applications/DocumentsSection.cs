using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Its documents. They are uploaded by a form of their own.</summary>
public sealed class DocumentsSection() : Section("documents", "Documents", typeof(DocumentsPage), "documents")
{
    /// <inheritdoc/>
    public override Form FormOf(ApplicationContent content) => Form.Empty;

    /// <inheritdoc/>
    public override ApplicationContent Read(ApplicationContent content, FormReader form) => content;

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Value)> Answers(ApplicationContent content) => [];
}
