namespace MicroCred.Approval;

/// <summary>What is applied for: the four acts there are.</summary>
public enum ApplicationType
{
    /// <summary>Listing and approval (Form 1).</summary>
    ListingApproval,

    /// <summary>Listing, approval and accreditation to deliver (Form 2), the usual one.</summary>
    ListingApprovalAccreditation,

    /// <summary>Accreditation alone, to deliver one that another body developed (Form 3).</summary>
    Accreditation,

    /// <summary>A change to one that is listed, which may make a new version.</summary>
    Change,
}
