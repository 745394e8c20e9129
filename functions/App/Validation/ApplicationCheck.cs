using MicroCred.App.Funding;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <summary>The results; no funding where none is asked for, or while level or credits are missing: nothing is guessed.</summary>
internal sealed record ApplicationCheck(IReadOnlyList<Finding> Findings, FundingView? Funding);
