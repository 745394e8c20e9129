namespace MicroCred.Portal;

/// <summary>The page that takes whole applications as one zip file.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Findings">What was wrong with the package that was just sent, by field.</param>
public sealed record PackageModel(Form Form, IReadOnlyList<(string Field, string Message, string Action)> Findings)
    : PageModel(typeof(PackagePage))
{
    /// <summary>The applications of a package of several that were submitted, by folder and id.</summary>
    public IReadOnlyList<(string Folder, ApplicationId Id)> Submitted { get; init; } = [];
}
