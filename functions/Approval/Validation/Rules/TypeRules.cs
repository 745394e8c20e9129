namespace MicroCred.Approval;

/// <summary>The types of application that are accepted.</summary>
internal static class TypeRules
{
    /// <summary>
    /// The other types concern a listed micro-credential; they would be published as a new one, with the wrong developer or version.
    /// </summary>
    public static readonly ValidationRule IsTaken = new(
        "TYPE01",
        Severity.Error,
        "It is for a new micro-credential; changes and accreditations of listed ones aren't taken here yet.",
        "Apply for a change or an accreditation with NZQA's own form. "
            + "For a new micro-credential choose ListingApproval or ListingApprovalAccreditation.",
        submission =>
            submission.Application.Content.Type is (ApplicationType.Change or ApplicationType.Accreditation) and var type
                ?
                [
                    new(
                        "type",
                        type is ApplicationType.Change
                            ? "A change of a listed micro-credential can't be decided here yet."
                            : "Accreditation alone can't be decided here yet."
                    ),
                ]
                : []
    );
}
