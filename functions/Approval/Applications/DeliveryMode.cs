namespace MicroCred.Approval;

/// <summary>How learning is delivered.</summary>
public enum DeliveryMode
{
    /// <summary>In the workplace.</summary>
    Workplace,

    /// <summary>On the provider's premises.</summary>
    ProviderBased,

    /// <summary>Online.</summary>
    Online,

    /// <summary>A mix of online and face to face.</summary>
    Blended,
}
