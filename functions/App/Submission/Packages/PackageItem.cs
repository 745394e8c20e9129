using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Packages;

/// <summary>What came of an application in a package of several.</summary>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Id">The application's id; null where it was refused.</param>
/// <param name="Status">Whether it was submitted.</param>
/// <param name="Findings">Why it was refused; none where it was submitted.</param>
internal sealed record PackageItem(string Folder, ApplicationId? Id, PackageItemStatus Status, IReadOnlyList<Finding> Findings)
{
    public static PackageItem Of(string folder, Application begun) => new(folder, begun.Id, PackageItemStatus.Submitted, []);

    public static PackageItem Of(string folder, Problem problem) =>
        new(
            folder,
            Id: null,
            PackageItemStatus.Refused,
            problem.Findings is { Count: > 0 } findings
                ? findings
                : [new("PACK01", Severity.Error, "", problem.Detail, "Mend it, and send this application again.")]
        );
}

/// <summary>Whether an application in a package was submitted.</summary>
internal enum PackageItemStatus
{
    /// <summary>It was submitted.</summary>
    Submitted,

    /// <summary>It was refused, and nothing of it is kept.</summary>
    Refused,
}

/// <summary>What came of each application in a package of several, in the order of their folders.</summary>
internal sealed record PackageItems(IReadOnlyList<PackageItem> Items);
