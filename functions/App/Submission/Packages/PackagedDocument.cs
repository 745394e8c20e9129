using MicroCred.Approval;

namespace MicroCred.App.Submission.Packages;

/// <summary>A document in a package: the kind that it is submitted as, and its file.</summary>
internal sealed record PackagedDocument(DocumentKind Kind, string File);
