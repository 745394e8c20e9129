namespace MicroCred.Approval.Tests;

/// <summary>The providers in NZQA's paper; their numbers are made up.</summary>
internal static class Providers
{
    public static Provider Mito { get; } =
        new(ProviderNumber.Parse("9001"), "MITO (Te Pūkenga WBL)", ProviderType.WorkBasedLearning, [Fund.Dq1To2, Fund.Dq3To7]);

    public static Provider MindLab { get; } = new(ProviderNumber.Parse("9002"), "The Mind Lab", ProviderType.Pte, [Fund.Dq3To7]);

    public static Provider Stratcom { get; } = new(ProviderNumber.Parse("9003"), "Stratcom Security", ProviderType.Pte, [Fund.Dq3To7]);

    public static Provider Careerforce { get; } =
        new(ProviderNumber.Parse("9004"), "Careerforce", ProviderType.WorkBasedLearning, [Fund.Dq1To2, Fund.Dq3To7]);

    public static Provider Vuw { get; } =
        new(ProviderNumber.Parse("9005"), "Victoria University of Wellington", ProviderType.University, [Fund.Dq7To10]);
}
