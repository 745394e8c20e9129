namespace MicroCred.Approval;

/// <summary>Every automatic check, in the order in which findings are shown.</summary>
public static class ValidationRules
{
    /// <summary>The table of rules.</summary>
    public static IReadOnlyList<ValidationRule> All { get; } =
    [
        CreditRules.WithinEdition,
        DocumentRules.Readable,
        DocumentRules.NotEncrypted,
        DocumentRules.NotMalicious,
        DocumentRules.OfItsType,
    ];
}
