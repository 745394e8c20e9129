using MicroCred.Approval;

namespace MicroCred.App.Submission.Packages;

/// <summary>A document that a package names: what it is handed in as, and its file in the package.</summary>
internal sealed record PackagedDocument(DocumentKind Kind, string File);
