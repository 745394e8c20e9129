namespace MicroCred.Approval;

/// <summary>The input of the funding tests: the application, the decision if there is one, and TEC's figures.</summary>
public sealed record FundingCase(Application Application, Decision? Decision, FundingSettings Settings)
{
    internal MicroCredentialContent MicroCredential => Application.Content.MicroCredential ?? new();

    internal FundingContent Asked => Application.Content.Funding ?? new(Requested: false);

    /// <summary>The fund that the level determines; null where the level is missing or doesn't say enough.</summary>
    internal Fund? LevelsFund =>
        MicroCredential switch
        {
            { Level: 1 or 2 } => Fund.Dq1To2,
            { Level: >= 3 and <= 6 } => Fund.Dq3To7,
            { Level: 7, DegreeLevel: false } => Fund.Dq3To7,
            { Level: 7, DegreeLevel: true } => Fund.Dq7To10,
            { Level: >= 8 and <= 10 } => Fund.Dq7To10,
            _ => null,
        };

    /// <summary>Whether delivery is work-based: in the workplace only, or there among others by a work-based learning provider.</summary>
    internal bool IsWorkBased =>
        MicroCredential.DeliveryModes is { Count: > 0 } modes
        && modes.Contains(DeliveryMode.Workplace)
        && (Application.Provider.Type == ProviderType.WorkBasedLearning || modes.All(mode => mode == DeliveryMode.Workplace));
}
