using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Another day by whose end something is due, and why; both have to be given.</summary>
internal sealed record Extension(DateOnly? Due = null, [property: TextLimit(TextLimit.LongText)] string? Reason = null);
