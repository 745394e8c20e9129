namespace MicroCred.Approval;

/// <summary>What the funding tests look at: the application, the decision where there is one, and TEC's figures.</summary>
public sealed record FundingCase(Application Application, Decision? Decision, FundingSettings Settings)
{
    internal MicroCredentialContent MicroCredential { get; } = Application.Content.MicroCredential ?? new();

    internal FundingContent Asked { get; } = Application.Content.Funding ?? new(Requested: false);

    /// <summary>The fund that the level asks for; null where the level is missing or doesn't say enough.</summary>
    internal Fund? Fund => (MicroCredential.Level, MicroCredential.DegreeLevel) switch
    {
        (1 or 2, _) => Approval.Fund.Dq1To2,
        (>= 3 and <= 6, _) or (7, false) => Approval.Fund.Dq3To7,
        (7, true) or (>= 8 and <= 10, _) => Approval.Fund.Dq7To10,
        _ => null,
    };
}
