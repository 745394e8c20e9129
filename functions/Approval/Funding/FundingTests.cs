namespace MicroCred.Approval;

/// <summary>Every test of TEC's. [TEC micro-credential pages, 2021 to 2026]</summary>
public static class FundingTests
{
    /// <summary>The table of tests.</summary>
    public static IReadOnlyList<FundingTest> All { get; } = [];
}
