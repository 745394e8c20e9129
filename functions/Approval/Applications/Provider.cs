namespace MicroCred.Approval;

/// <summary>A tertiary education organisation as the directory had it at the time, with the funds that TEC funds it in.</summary>
public sealed record Provider(ProviderNumber Number, string Name, ProviderType Type, IReadOnlyList<Fund> FundedIn);
