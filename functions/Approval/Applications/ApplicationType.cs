namespace MicroCred.Approval;

/// <summary>What is applied for.</summary>
public enum ApplicationType
{
    /// <summary>Listing and approval (Form 1).</summary>
    ListingApproval,

    /// <summary>Listing, approval and accreditation to deliver (Form 2), the usual one.</summary>
    ListingApprovalAccreditation,

    /// <summary>Accreditation alone, to deliver a micro-credential that another body developed (Form 3).</summary>
    Accreditation,

    /// <summary>A change to a listed micro-credential, which may create a new version.</summary>
    Change,
}
