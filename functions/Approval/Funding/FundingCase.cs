namespace MicroCred.Approval;

/// <summary>The input of the funding tests.</summary>
/// <param name="Application">The application.</param>
/// <param name="Decision">The decision; null where there is none yet.</param>
/// <param name="Held">The funds that TEC pays the provider from, in whatever years.</param>
/// <param name="Settings">TEC's figures.</param>
/// <param name="On">The day whose rules apply, in Pacific/Auckland.</param>
public sealed record FundingCase(
    Application Application,
    Decision? Decision,
    IReadOnlyList<HeldFund> Held,
    FundingSettings Settings,
    DateOnly On
)
{
    internal MicroCredentialContent MicroCredential => Application.Content.MicroCredential ?? new();

    internal FundingContent Asked => Application.Content.Funding ?? new(Requested: false);

    /// <summary>The fund that the level determines; null where the level is missing or doesn't say enough.</summary>
    internal Fund? LevelsFund => Funds.Of(MicroCredential.Level, MicroCredential.DegreeLevel);

    /// <summary>Whether TEC pays the provider from a fund in the day's year.</summary>
    internal bool Holds(Fund fund) => Held.Any(held => held.Fund == fund && held.IsHeldIn(On.Year));

    /// <summary>The fee cap of the day, in dollars a credit; null where there was none.</summary>
    internal decimal? FeeCap => Settings.FeeCapOn(On);

    /// <summary>Whether delivery is work-based: in the workplace only, or there among others by a work-based learning provider.</summary>
    internal bool IsWorkBased =>
        MicroCredential.DeliveryModes is { Count: > 0 } modes
        && modes.Contains(DeliveryMode.Workplace)
        && (Application.Provider.Type == ProviderType.WorkBasedLearning || modes.All(mode => mode == DeliveryMode.Workplace));
}
