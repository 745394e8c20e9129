using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>All answers at a glance, before the application is submitted.</summary>
/// <param name="Application">The application.</param>
/// <param name="Findings">What the rules find now.</param>
/// <param name="Form">The form that submits it.</param>
public sealed record SubmitModel(Application Application, IReadOnlyList<Finding> Findings, Form Form) : PageModel(typeof(SubmitPage));
