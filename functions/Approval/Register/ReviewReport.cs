namespace MicroCred.Approval;

/// <summary>A developer's report on a listed micro-credential, for its review. It isn't public. [Listing Rules 2022 r 10]</summary>
/// <param name="StillNeeded">Whether the need that it was approved for is still there.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Enrolled">How many learners enrolled since the last review.</param>
/// <param name="Completed">How many of them achieved it; not more than enrolled.</param>
/// <param name="Outcomes">What became of them, in words.</param>
public sealed record ReviewReport(
    bool StillNeeded,
    [property: TextLimit(TextLimit.LongText)] string Evidence,
    int Enrolled,
    int Completed,
    [property: TextLimit(TextLimit.LongText)] string Outcomes
);
