namespace MicroCred.Approval.Tests;

/// <summary>The providers in NZQA's paper; their numbers are made up.</summary>
internal static class Providers
{
    public static Provider Mito { get; } = new(ProviderNumber.Parse("9001"), "MITO (Te Pūkenga WBL)", ProviderType.WorkBasedLearning);

    public static Provider MindLab { get; } = new(ProviderNumber.Parse("9002"), "The Mind Lab", ProviderType.Pte);

    public static Provider Stratcom { get; } = new(ProviderNumber.Parse("9003"), "Stratcom Security", ProviderType.Pte);

    public static Provider Careerforce { get; } = new(ProviderNumber.Parse("9004"), "Careerforce", ProviderType.WorkBasedLearning);

    public static Provider Vuw { get; } = new(ProviderNumber.Parse("9005"), "Victoria University of Wellington", ProviderType.University);

    /// <summary>The funds that TEC pays a provider from, since 2019, as in the app's own directory.</summary>
    public static IReadOnlyList<HeldFund> FundsOf(Provider provider) =>
        provider.Number.ToString() switch
        {
            "9001" or "9004" => Held(Fund.Dq1To2, Fund.Dq3To7),
            "9005" => Held(Fund.Dq7To10),
            _ => Held(Fund.Dq3To7),
        };

    public static IReadOnlyList<HeldFund> Held(params IEnumerable<Fund> funds) => [.. funds.Select(fund => new HeldFund(fund, 2019))];
}
