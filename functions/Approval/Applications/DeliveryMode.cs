namespace MicroCred.Approval;

/// <summary>How learning is delivered.</summary>
public enum DeliveryMode
{
    /// <summary>At work.</summary>
    Workplace,

    /// <summary>At the provider's place.</summary>
    ProviderBased,

    /// <summary>Online.</summary>
    Online,

    /// <summary>A mix of online and face to face.</summary>
    Blended,
}
