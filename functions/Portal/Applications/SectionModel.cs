using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>A page of an application's form.</summary>
/// <param name="Application">The application as it is kept.</param>
/// <param name="Section">Which page.</param>
/// <param name="Form">The fields, as they are kept or as they were typed.</param>
/// <param name="Edition">The edition of the rules whose limits the hints give.</param>
/// <param name="Findings">What the rules say of this page now.</param>
public sealed record SectionModel(Application Application, Section Section, Form Form, RuleEdition Edition, IReadOnlyList<Finding> Findings)
    : PageModel(typeof(SectionPage))
{
    /// <summary>
    /// The question whose answer the page is for, which says what may change; null for a draft or a returned application.
    /// </summary>
    public InformationRequest? Asked => Application.Stage is Stage.Information ? Application.InformationRequests[^1] : null;
}
