namespace MicroCred.Approval;

/// <summary>Groups of <see cref="ApplicationType"/>.</summary>
public static class ApplicationTypes
{
    /// <summary>Whether such an application concerns an entry that is on the register already.</summary>
    public static bool ConcernsEntry(this ApplicationType type) => type is ApplicationType.Accreditation or ApplicationType.Change;
}
