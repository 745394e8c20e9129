namespace MicroCred.Approval;

/// <summary>A tertiary education organisation as the directory had it at the time, with the funds through which TEC funds it.</summary>
public sealed record Provider(ProviderNumber Number, string Name, ProviderType Type);
