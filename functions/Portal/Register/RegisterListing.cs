using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>A page of the register as it is to be shown.</summary>
/// <param name="Query">What was searched for.</param>
/// <param name="Found">What was found.</param>
public sealed record RegisterListing(RegisterQuery Query, FoundEntries Found);
